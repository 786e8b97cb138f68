/** How a limit is counted: UTF-16 units, what a reader sees as letters, UTF-8 bytes of compact JSON, entries, or a number itself. */
export type Unit = 'utf16' | 'grapheme' | 'bytes' | 'items' | 'number';

/** One of LINE's limits, both ends allowed. */
export interface Limit {
  readonly min: number;
  readonly max: number;
  readonly unit: Unit;
  /** Where LINE says so: `ref#x` is its API reference, `doc:x` its guides, `spec` its OpenAPI description. */
  readonly source: string;
}

const row =
  (unit: Unit) =>
  (min: number, max: number, source: string): Limit => ({ min, max, unit, source });

const utf16 = row('utf16');
const graphemes = row('grapheme');
const bytes = row('bytes');
const items = row('items');
const number = row('number');

const LABEL = 'ref#action-object-label-spec';
const COUNT = 'doc:messaging-api/text-character-count';

/**
 * Every limit in one place: the bot checks itself by it, the emulator refuses by it, and the tests try each row at
 * its edge. Bytes of Flex are counted in thousands, because LINE says "KB" and not which.
 */
export const limits = {
  messages: items(1, 5, 'spec #/PushMessageRequest'),

  text: utf16(1, 5000, 'ref#text-message'),
  textEmojis: items(0, 20, 'ref#text-message'),
  textV2: utf16(1, 5000, 'ref#text-message-v2'),
  textV2Substitutions: items(0, 100, 'ref#text-message-v2'),
  textV2Emojis: items(0, 20, 'ref#text-message-v2'),
  textV2Mentions: items(0, 20, 'ref#text-message-v2'),
  mediaUrl: utf16(1, 2000, 'ref#image-message'),
  trackingId: utf16(1, 100, 'ref#video-message'),
  locationTitle: utf16(1, 100, 'ref#location-message'),
  locationAddress: utf16(1, 100, 'ref#location-message'),
  latitude: number(-90, 90, 'ref#location-message'),
  longitude: number(-180, 180, 'ref#location-message'),
  couponDeliveryTag: utf16(1, 30, 'spec #/CouponMessage'),
  altText: utf16(1, 1500, 'ref#flex-message'),

  quickReplyItems: items(1, 13, 'spec #/QuickReply'),
  quickReplyImageUrl: utf16(1, 2000, 'spec #/QuickReplyItem'),
  senderName: utf16(1, 20, 'spec #/Sender'),
  senderIconUrl: utf16(1, 2000, 'spec #/Sender'),

  labelInQuickReply: graphemes(1, 20, LABEL),
  labelInTemplate: graphemes(1, 20, LABEL),
  labelInImageCarousel: graphemes(0, 12, LABEL),
  labelInRichMenu: graphemes(0, 20, LABEL),
  labelOnFlexButton: graphemes(1, 40, LABEL),
  labelInFlex: graphemes(0, 40, LABEL),
  postbackData: utf16(0, 300, 'spec #/PostbackAction'),
  postbackDisplayText: graphemes(1, 300, COUNT),
  postbackText: graphemes(1, 300, COUNT),
  postbackFillInText: graphemes(1, 300, COUNT),
  actionText: graphemes(1, 300, COUNT),
  actionUri: utf16(1, 1000, 'ref#uri-action'),
  actionDesktopUri: utf16(1, 1000, 'spec #/AltUri'),
  pickerData: utf16(0, 300, 'spec #/DatetimePickerAction'),
  clipboardText: utf16(1, 1000, 'spec #/ClipboardAction'),
  switchAlias: utf16(1, 32, 'spec #/RichMenuSwitchAction'),
  switchData: utf16(0, 300, 'spec #/RichMenuSwitchAction'),

  imagemapBaseUrl: utf16(1, 2000, 'ref#imagemap-message'),
  imagemapWidth: number(1040, 1040, 'ref#imagemap-message'),
  imagemapActions: items(0, 50, 'ref#imagemap-message'),
  imagemapUri: utf16(1, 1000, 'ref#imagemap-uri-action-object'),
  imagemapText: utf16(1, 400, 'ref#imagemap-message-action-object'),
  imagemapLabel: utf16(0, 100, 'ref#imagemap-message-action-object'),
  imagemapClipboardText: utf16(1, 1000, 'ref#imagemap-clipboard-action-object'),
  imagemapLinkLabel: utf16(1, 30, 'ref#imagemap-message'),

  buttonsTitle: graphemes(1, 40, 'ref#buttons'),
  buttonsText: graphemes(1, 160, 'ref#buttons'),
  buttonsTextBesideImage: graphemes(1, 60, 'ref#buttons'),
  buttonsActions: items(1, 4, 'ref#buttons'),
  confirmText: graphemes(1, 240, 'ref#confirm'),
  confirmActions: items(2, 2, 'ref#confirm'),
  carouselColumns: items(1, 10, 'ref#carousel'),
  carouselTitle: graphemes(1, 40, 'ref#column-object-for-carousel'),
  carouselText: graphemes(1, 120, 'ref#column-object-for-carousel'),
  carouselTextBesideImage: graphemes(1, 60, 'ref#column-object-for-carousel'),
  carouselActions: items(1, 3, 'ref#column-object-for-carousel'),
  imageCarouselColumns: items(1, 10, 'ref#image-carousel'),
  templateImageUrl: utf16(1, 2000, 'ref#buttons'),

  flexBubble: bytes(0, 30_000, 'ref#bubble'),
  flexCarousel: bytes(0, 50_000, 'ref#f-carousel'),
  flexCarouselBubbles: items(1, 12, 'ref#f-carousel'),
  flexAnimatedImages: items(0, 10, 'ref#f-image'),
  flexUrl: utf16(1, 2000, 'ref#f-image'),
  flexRatioSide: number(1, 100_000, 'ref#f-image'),

  multicastTo: items(1, 500, 'spec #/MulticastRequest'),
  aggregationUnits: items(0, 1, 'ref#send-push-message'),
  aggregationUnit: utf16(1, 30, 'spec #/MulticastRequest'),
  narrowcastRecipients: items(0, 10, 'ref#send-narrowcast-message'),
  narrowcastFilters: items(0, 10, 'ref#send-narrowcast-message'),
  loadingSeconds: number(5, 60, 'spec #/ShowLoadingAnimationRequest'),
  webhookEndpoint: utf16(1, 500, 'spec #/SetWebhookEndpointRequest'),

  richMenuWidth: number(800, 2500, 'ref#size-object'),
  // LINE names no largest height; it follows from the widest menu and the ratio of at least 1.45.
  richMenuHeight: number(250, 1724, 'ref#size-object'),
  richMenuName: graphemes(1, 300, 'spec #/RichMenuRequest'),
  richMenuChatBarText: graphemes(1, 14, 'spec #/RichMenuRequest'),
  richMenuAreas: items(0, 20, 'ref#rich-menu-object'),
  richMenuAlias: utf16(1, 32, 'spec #/CreateRichMenuAliasRequest'),
  richMenuBulkUsers: items(1, 500, 'spec #/RichMenuBulkLinkRequest'),
  richMenuBatchOperations: items(1, 1000, 'spec #/RichMenuBatchRequest'),
  richMenuResumeKey: utf16(1, 100, 'spec #/RichMenuBatchRequest'),
  richMenuImage: bytes(1, 1_000_000, 'ref#upload-rich-menu-image'),

  audienceIds: items(0, 10_000, 'ref#create-upload-audience-group'),
  audienceDescription: utf16(1, 120, 'ref#create-upload-audience-group'),
  audienceUploadDescription: utf16(0, 300, 'ref#create-upload-audience-group'),
} as const satisfies Record<string, Limit>;

/** The name of a row. */
export type LimitName = keyof typeof limits;
