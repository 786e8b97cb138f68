import * as line from '../../../src/line/limits';
import * as make from './samples';
import { inBody, inMessage, urlIn, wordsIn } from './trial';

const item = 'messages[0].quickReply.items[0]';
const quickPostback = (extra: object) => make.quick({ type: 'postback', label: 'a', data: 'a', ...extra });
const action = (extra: object) => ({ type: 'uri', label: 'a', uri: 'https://a.jp/', ...extra });
/** One trial for each row that is about messages. */
export const messageTrials = {
  messages: {
    property: 'messages',
    refused: (size: number) =>
      line.checkMessages(make.many(size, () => make.say('a'))).map(({ property }) => property),
  },
  text: wordsIn('messages[0].text', 'text', (text) => make.say(text)),
  textEmojis: inMessage('messages[0].emojis', (size) =>
    make.say('$'.repeat(50), { emojis: make.many(size, (index) => ({ ...make.emoji, index })) }),
  ),
  textV2: wordsIn('messages[0].text', 'textV2', (text) => ({ type: 'textV2', text })),
  textV2Substitutions: inMessage('messages[0].substitution', (size) => ({
    ...make.filled(size, make.emoji),
    text: 'a',
  })),
  textV2Emojis: inMessage('messages[0].substitution', (size) => make.filled(size, make.emoji)),
  textV2Mentions: inMessage('messages[0].substitution', (size) => make.filled(size, make.mention)),
  mediaUrl: urlIn('messages[0].originalContentUrl', (url) => ({
    type: 'image',
    originalContentUrl: url,
    previewImageUrl: make.url,
  })),
  trackingId: wordsIn('messages[0].trackingId', 'trackingId', (trackingId) => make.video({ trackingId })),
  locationTitle: wordsIn('messages[0].title', 'locationTitle', (title) => make.location({ title })),
  locationAddress: wordsIn('messages[0].address', 'locationAddress', (address) => make.location({ address })),
  latitude: inMessage('messages[0].latitude', (latitude) => make.location({ latitude })),
  longitude: inMessage('messages[0].longitude', (longitude) => make.location({ longitude })),
  couponDeliveryTag: wordsIn('messages[0].deliveryTag', 'couponDeliveryTag', (deliveryTag) => ({
    type: 'coupon',
    couponId: 'a',
    deliveryTag,
  })),
  altText: wordsIn('messages[0].altText', 'altText', (altText) => make.flex(make.bubble([]), altText)),

  quickReplyItems: inMessage('messages[0].quickReply.items', (size) =>
    make.say('a', {
      quickReply: { items: make.many(size, () => ({ type: 'action', action: make.sayAction })) },
    }),
  ),
  quickReplyImageUrl: urlIn(`${item}.imageUrl`, (imageUrl) => make.quick(make.sayAction, { imageUrl })),
  senderName: wordsIn('messages[0].sender.name', 'senderName', (name) => make.say('a', { sender: { name } })),
  senderIconUrl: urlIn('messages[0].sender.iconUrl', (iconUrl) => make.say('a', { sender: { iconUrl } })),

  labelInQuickReply: wordsIn(`${item}.action.label`, 'labelInQuickReply', (label) =>
    make.quick({ type: 'location', label }),
  ),
  labelInTemplate: wordsIn('template/actions/0/label', 'labelInTemplate', (label) =>
    make.buttons({ actions: [action({ label })] }),
  ),
  labelInImageCarousel: wordsIn('template/columns/0/action/label', 'labelInImageCarousel', (label) =>
    make.imageCarousel([make.imageColumn({ action: action({ label }) })]),
  ),
  labelInRichMenu: inBody('areas[0].action.label', line.checkRichMenu, (size) =>
    make.menuArea(action({ label: make.FAMILY.repeat(size) })),
  ),
  labelOnFlexButton: wordsIn('/body/contents/0/action/label', 'labelOnFlexButton', (label) =>
    make.shown({ type: 'button', action: action({ label }) }),
  ),
  labelInFlex: wordsIn('/body/contents/0/action/label', 'labelInFlex', (label) =>
    make.shown(make.words({ action: action({ label }) })),
  ),
  postbackData: wordsIn(`${item}.action.data`, 'postbackData', (data) => quickPostback({ data })),
  postbackDisplayText: wordsIn(`${item}.action.displayText`, 'postbackDisplayText', (displayText) =>
    quickPostback({ displayText }),
  ),
  postbackText: wordsIn(`${item}.action.text`, 'postbackText', (text) => quickPostback({ text })),
  postbackFillInText: wordsIn(`${item}.action.fillInText`, 'postbackFillInText', (fillInText) =>
    quickPostback({ inputOption: 'openKeyboard', fillInText }),
  ),
  actionText: wordsIn(`${item}.action.text`, 'actionText', (text) =>
    make.quick({ type: 'message', label: 'a', text }),
  ),
  actionUri: urlIn(`${item}.action.uri`, (uri) => make.quick(action({ uri }))),
  actionDesktopUri: urlIn('/body/contents/0/action/altUri/desktop', (desktop) =>
    make.shown(make.words({ action: action({ altUri: { desktop } }) })),
  ),
  pickerData: wordsIn(`${item}.action.data`, 'pickerData', (data) =>
    make.quick({ type: 'datetimepicker', label: 'a', data, mode: 'date' }),
  ),
  clipboardText: wordsIn(`${item}.action.clipboardText`, 'clipboardText', (clipboardText) =>
    make.quick({ type: 'clipboard', label: 'a', clipboardText }),
  ),
  switchAlias: inBody('areas[0].action.richMenuAliasId', line.checkRichMenu, (size) =>
    make.menuArea({ type: 'richmenuswitch', data: 'a', richMenuAliasId: 'a'.repeat(size) }),
  ),
  switchData: inBody('areas[0].action.data', line.checkRichMenu, (size) =>
    make.menuArea({ type: 'richmenuswitch', data: 'a'.repeat(size), richMenuAliasId: 'a' }),
  ),

  imagemapBaseUrl: urlIn('messages[0].baseUrl', (baseUrl) => make.imagemap({ baseUrl })),
  imagemapWidth: inMessage('messages[0].baseSize.width', (width) =>
    make.imagemap({ baseSize: { width, height: 500 } }),
  ),
  imagemapActions: inMessage('messages[0].actions', (size) =>
    make.imagemap({ actions: make.many(size, () => ({ type: 'message', text: 'a', area: make.area })) }),
  ),
  imagemapUri: urlIn('messages[0].actions[0].linkUri', (linkUri) =>
    make.imagemapAction({ type: 'uri', linkUri }),
  ),
  imagemapText: wordsIn('messages[0].actions[0].text', 'imagemapText', (text) =>
    make.imagemapAction({ type: 'message', text }),
  ),
  imagemapLabel: wordsIn('messages[0].actions[0].label', 'imagemapLabel', (label) =>
    make.imagemapAction({ type: 'message', text: 'a', label }),
  ),
  imagemapClipboardText: wordsIn(
    'messages[0].actions[0].clipboardText',
    'imagemapClipboardText',
    (clipboardText) => make.imagemapAction({ type: 'clipboard', clipboardText }),
  ),
  imagemapLinkLabel: wordsIn('messages[0].video.externalLink.label', 'imagemapLinkLabel', (label) =>
    make.imagemap({
      video: {
        originalContentUrl: make.url,
        previewImageUrl: make.url,
        area: make.area,
        externalLink: { linkUri: make.url, label },
      },
    }),
  ),

  buttonsTitle: wordsIn('template/title', 'buttonsTitle', (title) => make.buttons({ title })),
  buttonsText: wordsIn('template/text', 'buttonsText', (text) => make.buttons({ text })),
  buttonsTextBesideImage: wordsIn('template/text', 'buttonsTextBesideImage', (text) =>
    make.buttons({ text, thumbnailImageUrl: make.url }),
  ),
  buttonsActions: inMessage('template/actions', (size) =>
    make.buttons({ actions: make.many(size, () => make.sayAction) }),
  ),
  confirmText: wordsIn('template/text', 'confirmText', (text) => make.confirm({ text })),
  confirmActions: inMessage('template/actions', (size) =>
    make.confirm({ actions: make.many(size, () => make.sayAction) }),
  ),
  carouselColumns: inMessage('template/columns', (size) =>
    make.carousel(make.many(size, () => make.column())),
  ),
  carouselTitle: wordsIn('template/columns/0/title', 'carouselTitle', (title) =>
    make.carousel([make.column({ title })]),
  ),
  carouselText: wordsIn('template/columns/0/text', 'carouselText', (text) =>
    make.carousel([make.column({ text })]),
  ),
  carouselTextBesideImage: wordsIn('template/columns/0/text', 'carouselTextBesideImage', (text) =>
    make.carousel([make.column({ text, title: 'a' })]),
  ),
  carouselActions: inMessage('template/columns/0/actions', (size) =>
    make.carousel([make.column({ actions: make.many(size, () => make.sayAction) })]),
  ),
  imageCarouselColumns: inMessage('template/columns', (size) =>
    make.imageCarousel(make.many(size, () => make.imageColumn())),
  ),
  templateImageUrl: urlIn('template/thumbnailImageUrl', (thumbnailImageUrl) =>
    make.buttons({ thumbnailImageUrl }),
  ),

  flexBubble: inMessage('/', (size) => make.flex(make.bubbleOf(Math.max(size, 200)))),
  flexCarousel: inMessage('/', (size) => make.flex(make.carouselOf(Math.max(size, 26_000)))),
  flexCarouselBubbles: inMessage('/contents', (size) =>
    make.flex({ type: 'carousel', contents: make.many(size, () => make.bubble([])) }),
  ),
  flexAnimatedImages: inMessage('/', (size) =>
    make.shown(...make.many(size, () => ({ type: 'image', url: make.url, animated: true }))),
  ),
  flexUrl: urlIn('/body/contents/0/url', (url) => make.shown({ type: 'image', url })),
  flexRatioSide: inMessage('/body/contents/0/aspectRatio', (side) =>
    make.shown({ type: 'image', url: make.url, aspectRatio: `${side}:${side}` }),
  ),
};
