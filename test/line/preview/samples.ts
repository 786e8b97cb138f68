import type { messagingApi } from '@line/bot-sdk';

const picture = 'https://example.com/hall.jpg';
const find: messagingApi.Action = { type: 'postback', label: 'この集まりを見る', data: 'place=1' };

const words = (text: string, extra: Partial<messagingApi.FlexText> = {}): messagingApi.FlexText => ({
  type: 'text',
  text,
  wrap: true,
  scaling: true,
  ...extra,
});

const column = (
  contents: messagingApi.FlexComponent[],
  extra: Partial<messagingApi.FlexBox> = {},
): messagingApi.FlexBox => ({ type: 'box', layout: 'vertical', contents, ...extra });

const place = (name: string, minutes: number): messagingApi.FlexBubble => ({
  type: 'bubble',
  size: 'mega',
  body: column(
    [
      words(`歩いて${minutes}分`, { size: 'lg', weight: 'bold', color: '#00573D' }),
      words(name, { size: 'xl', weight: 'bold' }),
      { type: 'separator', color: '#C9D3CE', margin: 'md' },
      words('12月10日（水） 午後1時30分', { size: 'lg', lineSpacing: '6px' }),
    ],
    { spacing: 'md', paddingAll: '16px' },
  ),
  footer: column(
    [
      column([words('くわしく見る', { size: 'lg', weight: 'bold', color: '#FFFFFF', align: 'center' })], {
        backgroundColor: '#00573D',
        cornerRadius: '10px',
        paddingAll: '14px',
        action: find,
      }),
    ],
    { paddingAll: '16px', paddingTop: '0px' },
  ),
});

/** Messages as a bot sends them, one of every kind and of every Flex component. */
export const samples = {
  text: {
    type: 'text',
    text: '見本のお知らせです。\nくわしくは https://example.com/a?b=1 をご覧ください。\nお電話は 04-2998-9333 です。',
  },
  textV2: {
    type: 'textV2',
    text: '{who}さん、こんにちは {smile} {{}}',
    substitution: {
      who: { type: 'mention', mentionee: { type: 'all' } },
      smile: { type: 'emoji', productId: '5ac1bfd5040ab15980c9b435', emojiId: '002' },
    },
  },
  places: {
    type: 'flex',
    altText: '近くの集まり',
    contents: {
      type: 'carousel',
      contents: [place('見本 ひまわり体操の会', 4), place('見本 うたごえ喫茶', 9), place('見本 茶話会', 12)],
    },
  },
  everyComponent: {
    type: 'flex',
    altText: 'すべての部品',
    contents: {
      type: 'bubble',
      size: 'giga',
      styles: { footer: { separator: true, backgroundColor: '#F4F7FA' } },
      header: {
        type: 'box',
        layout: 'horizontal',
        background: { type: 'linearGradient', angle: '90deg', startColor: '#1B4B73', endColor: '#3F86B5' },
        contents: [
          { type: 'text', text: '左', color: '#FFFFFF', weight: 'bold', flex: 2 },
          { type: 'text', text: '右', color: '#FFFFFF', align: 'end', flex: 1 },
        ],
      },
      hero: {
        type: 'image',
        url: picture,
        size: 'full',
        aspectRatio: '20:9',
        aspectMode: 'cover',
        action: find,
      },
      body: column(
        [
          {
            type: 'text',
            wrap: true,
            contents: [
              { type: 'span', text: '大きな字', size: 'xl', weight: 'bold', color: '#A80000' },
              { type: 'span', text: 'と' },
              { type: 'span', text: '線の字', decoration: 'line-through', style: 'italic' },
            ],
          },
          {
            type: 'box',
            layout: 'baseline',
            spacing: 'sm',
            contents: [
              { type: 'icon', url: picture, size: 'lg' },
              { type: 'text', text: '4.0', size: 'sm', color: '#4D4D4D', flex: 0 },
              { type: 'text', text: 'とても長い名前はここで切れて点々になるはずです', size: 'md' },
            ],
          },
          {
            type: 'box',
            layout: 'horizontal',
            spacing: 'md',
            contents: [
              { type: 'image', url: picture, size: 'sm', flex: 0, aspectRatio: '1:1', aspectMode: 'cover' },
              { type: 'separator' },
              column([words('二行までで切れる長い文章です。'.repeat(6), { maxLines: 2, size: 'sm' })], {
                flex: 1,
              }),
            ],
          },
          {
            type: 'box',
            layout: 'vertical',
            height: '72px',
            borderWidth: 'medium',
            borderColor: '#1B4B73',
            cornerRadius: 'lg',
            backgroundColor: '#EAF2F8',
            justifyContent: 'center',
            alignItems: 'center',
            contents: [
              { type: 'text', text: '枠の中央' },
              {
                type: 'box',
                layout: 'vertical',
                position: 'absolute',
                offsetTop: '8px',
                offsetEnd: '8px',
                backgroundColor: '#A80000',
                cornerRadius: '20px',
                paddingAll: '4px',
                paddingStart: '10px',
                paddingEnd: '10px',
                contents: [{ type: 'text', text: '見本', size: 'xs', color: '#FFFFFF' }],
              },
            ],
          },
        ],
        { spacing: 'lg' },
      ),
      footer: column(
        [
          {
            type: 'button',
            style: 'primary',
            color: '#1B4B73',
            action: { type: 'message', label: 'はい', text: 'はい' },
          },
          {
            type: 'button',
            style: 'secondary',
            height: 'sm',
            scaling: true,
            action: { type: 'datetimepicker', label: '日にちをえらぶ', data: 'd', mode: 'date' },
          },
          { type: 'button', action: { type: 'uri', label: '電話する', uri: 'tel:0429989333' } },
          { type: 'filler' },
        ],
        { spacing: 'sm' },
      ),
    },
  },
  sizes: {
    type: 'flex',
    altText: '大きさ',
    contents: {
      type: 'bubble',
      size: 'micro',
      body: column([
        { type: 'text', text: 'ふつう' },
        { type: 'text', text: 'のびる', scaling: true },
      ]),
    },
  },
  buttons: {
    type: 'template',
    altText: 'ボタン',
    template: {
      type: 'buttons',
      thumbnailImageUrl: picture,
      title: '見本の講座',
      text: 'スマホの使い方を学びます。',
      actions: [find, { type: 'uri', label: '地図', uri: 'https://example.com/' }],
    },
  },
  confirm: {
    type: 'template',
    altText: '確認',
    template: {
      type: 'confirm',
      text: 'この日でよいですか。',
      actions: [
        { type: 'message', label: 'はい', text: 'はい' },
        { type: 'message', label: 'いいえ', text: 'いいえ' },
      ],
    },
  },
  carousel: {
    type: 'template',
    altText: '講座',
    template: {
      type: 'carousel',
      columns: [
        { title: '一つ目', text: '午前', actions: [find] },
        { title: '二つ目', text: '午後', actions: [find] },
      ],
    },
  },
  imageCarousel: {
    type: 'template',
    altText: '写真',
    template: {
      type: 'image_carousel',
      columns: [{ imageUrl: picture, action: { type: 'message', label: '見る', text: '見る' } }],
    },
  },
  imagemap: {
    type: 'imagemap',
    altText: '案内図',
    baseUrl: 'https://example.com/map',
    baseSize: { width: 1040, height: 520 },
    actions: [
      { type: 'message', text: '左', label: '左の入口', area: { x: 0, y: 0, width: 520, height: 520 } },
      { type: 'uri', linkUri: 'https://example.com/', area: { x: 520, y: 0, width: 520, height: 520 } },
    ],
  },
  image: { type: 'image', originalContentUrl: picture, previewImageUrl: picture },
  video: { type: 'video', originalContentUrl: 'https://example.com/a.mp4', previewImageUrl: picture },
  audio: { type: 'audio', originalContentUrl: 'https://example.com/a.m4a', duration: 65_000 },
  location: {
    type: 'location',
    title: '見本の会場',
    address: '所沢市並木1丁目',
    latitude: 35.7987,
    longitude: 139.4685,
  },
  sticker: { type: 'sticker', packageId: '446', stickerId: '1988' },
  coupon: { type: 'coupon', couponId: 'COUPON1' },
} as const satisfies Record<string, messagingApi.Message>;

/** A question with every kind of small button. */
export const withQuickReplies: messagingApi.Message = {
  type: 'text',
  text: 'どこでさがしますか。',
  quickReply: {
    items: [
      { type: 'action', action: { type: 'location', label: '今いる場所を送る' } },
      { type: 'action', action: { type: 'message', label: '町の名前で', text: '町の名前で' } },
      { type: 'action', action: { type: 'datetimepicker', label: '日にち', data: 'd', mode: 'date' } },
      { type: 'action', action: { type: 'camera', label: '写真をとる' } },
    ],
  },
};
