/** A length as LINE's keywords mean it, in px. */
type Keywords = Readonly<Record<string, string>>;

const SPACES: Keywords = {
  none: '0px',
  xs: '2px',
  sm: '4px',
  md: '8px',
  lg: '12px',
  xl: '16px',
  xxl: '20px',
};

const BORDERS: Keywords = {
  none: '0px',
  light: '0.5px',
  normal: '1px',
  medium: '2px',
  'semi-bold': '3px',
  bold: '4px',
};

const LETTERS: Keywords = {
  xxs: '11px',
  xs: '13px',
  sm: '14px',
  md: '16px',
  lg: '19px',
  xl: '22px',
  xxl: '29px',
  '3xl': '35px',
  '4xl': '48px',
  '5xl': '74px',
};

const IMAGES: Keywords = {
  xxs: '40px',
  xs: '60px',
  sm: '80px',
  md: '100px',
  lg: '120px',
  xl: '140px',
  xxl: '160px',
  '3xl': '180px',
  '4xl': '200px',
  '5xl': '220px',
  full: '100%',
};

const PX = /^-?\d{1,5}(\.\d{1,4})?px$/;
const PERCENT = /^-?\d{1,5}(\.\d{1,4})?%$/;
const COLOR = /^#[0-9a-f]{6}([0-9a-f]{2})?$/i;

const read = (
  keywords: Keywords,
  value: string | undefined,
  shapes: readonly RegExp[],
): string | undefined => {
  if (value === undefined) return undefined;
  if (Object.hasOwn(keywords, value)) return keywords[value];
  return shapes.some((shape) => shape.test(value)) ? value : undefined;
};

/** A margin, spacing, padding, offset or corner: keyword, px or %. Anything else is undefined. */
export const spaceOf = (value: string | undefined): string | undefined => read(SPACES, value, [PX, PERCENT]);

/** A width or height: px or %. */
export const lengthOf = (value: string | undefined): string | undefined => read({}, value, [PX, PERCENT]);

/** The width of a border: keyword or px. */
export const borderOf = (value: string | undefined): string | undefined => read(BORDERS, value, [PX]);

/** The size of an image: keyword, px or %. */
export const imageSizeOf = (value: string | undefined): string | undefined =>
  read(IMAGES, value, [PX, PERCENT]);

/** The size of letters and icons before scaling: keyword or px. */
export const letterSizeOf = (value: string | undefined): string | undefined => read(LETTERS, value, [PX]);

/** `#RRGGBB` or `#RRGGBBAA`; anything else is undefined, so that no foreign text reaches a stylesheet. */
export const colorOf = (value: string | undefined): string | undefined =>
  value !== undefined && COLOR.test(value) ? value.toLowerCase() : undefined;

/** A ratio `w:h` as CSS wants it; undefined if it is none or too tall for LINE (more than three times its width). */
export const ratioOf = (value: string | undefined): string | undefined => {
  const [, width, height] = /^(\d{1,6}(?:\.\d+)?):(\d{1,6}(?:\.\d+)?)$/.exec(value ?? '') ?? [];
  if (width === undefined || height === undefined || Number(width) === 0) return undefined;
  return Number(height) > Number(width) * 3 ? undefined : `${width}/${height}`;
};

/** An address that a page may load a picture or a sound from: https, or this machine. */
export const sourceOf = (url: string | undefined): string | undefined =>
  url !== undefined && /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/]|\/(?!\/))/.test(url)
    ? url
    : undefined;
