/** One letter for a reader, eleven units for UTF-16. */
export const FAMILY = '👨‍👩‍👧‍👦';

/** An address of exactly so many characters. */
export const urlOf = (size: number): string => 'https://example.com/'.padEnd(size, 'a').slice(0, size);

/** As many as told, each made from its position. */
export const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** A person's id. */
export const personId = (number: number): string => `U${number.toString(16).padStart(32, '0')}`;
/** A rich menu's id. */
export const menuId = (number: number): string => `richmenu-${number.toString(16).padStart(32, '0')}`;

export const url = urlOf(40);
export const say = (text: unknown, extra: object = {}) => ({ type: 'text', text, ...extra });
export const sayAction = { type: 'message', label: 'a', text: 'a' };

export const quick = (action: unknown, extra: object = {}) =>
  say('a', { quickReply: { items: [{ type: 'action', action, ...extra }] } });

export const template = (inner: object, altText = 'a') => ({ type: 'template', altText, template: inner });
export const buttons = (extra: object = {}) =>
  template({ type: 'buttons', text: 'a', actions: [sayAction], ...extra });
export const confirm = (extra: object = {}) =>
  template({ type: 'confirm', text: 'a', actions: [sayAction, sayAction], ...extra });
export const column = (extra: object = {}) => ({ text: 'a', actions: [sayAction], ...extra });
export const carousel = (columns: readonly object[]) => template({ type: 'carousel', columns });
export const imageCarousel = (columns: readonly object[]) => template({ type: 'image_carousel', columns });
export const imageColumn = (extra: object = {}) => ({ imageUrl: url, action: sayAction, ...extra });

export const area = { x: 0, y: 0, width: 1, height: 1 };
export const imagemap = (extra: object = {}) => ({
  type: 'imagemap',
  baseUrl: url,
  altText: 'a',
  baseSize: { width: 1040, height: 500 },
  actions: [],
  ...extra,
});
export const imagemapAction = (extra: object) => imagemap({ actions: [{ area, ...extra }] });

export const video = (extra: object = {}) => ({
  type: 'video',
  originalContentUrl: url,
  previewImageUrl: url,
  ...extra,
});
export const location = (extra: object = {}) => ({
  type: 'location',
  title: 'a',
  address: 'a',
  latitude: 35.8,
  longitude: 139.4,
  ...extra,
});

export const words = (extra: object = {}) => ({ type: 'text', text: 'a', ...extra });
export const box = (contents: readonly unknown[], extra: object = {}) => ({
  type: 'box',
  layout: 'vertical',
  contents,
  ...extra,
});
export const bubble = (contents: readonly unknown[], extra: object = {}) => ({
  type: 'bubble',
  body: box(contents),
  ...extra,
});
export const flex = (contents: unknown, altText = 'a') => ({ type: 'flex', altText, contents });
/** A Flex Message of one bubble with these components in its body. */
export const shown = (...contents: readonly unknown[]) => flex(bubble(contents));
export const flexVideo = { type: 'video', url, previewUrl: url, altContent: box([]) };

/** A bubble of exactly so many bytes, most of them Japanese: LINE counts bytes, not characters. */
export const bubbleOf = (bytes: number) => {
  const free = bytes - JSON.stringify(bubble([words({ text: '' })])).length;
  const letters = Math.floor(free / 3);
  return bubble([words({ text: 'あ'.repeat(letters) + 'a'.repeat(free - letters * 3) })]);
};
/** A carousel of exactly so many bytes. */
export const carouselOf = (bytes: number) => {
  const frame = JSON.stringify({ type: 'carousel', contents: [] }).length + ','.length;
  return { type: 'carousel', contents: [bubbleOf(25_000), bubbleOf(bytes - frame - 25_000)] };
};

export const emoji = { type: 'emoji', productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' };
export const mention = { type: 'mention', mentionee: { type: 'all' } };
/** A text whose gaps are filled. */
export const filled = (count: number, one: object) => ({
  type: 'textV2',
  text: `a${many(count, (index) => `{k${index}}`).join('')}`,
  substitution: Object.fromEntries(many(count, (index) => [`k${index}`, one])),
});

export const richMenu = (extra: object = {}) => ({
  size: { width: 2500, height: 1686 },
  selected: true,
  name: 'a',
  chatBarText: 'a',
  areas: [],
  ...extra,
});
export const menuArea = (action: unknown, bounds: object = area) => richMenu({ areas: [{ bounds, action }] });
