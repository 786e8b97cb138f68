import type { Refusal } from './refusal';
import { isWideEnough } from './rich-menu';
import { limits } from './table';

/** What the first bytes of a picture say of it; sides in pixels. */
export interface Picture {
  readonly type: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

/** LINE's answer to a picture it does not take. */
export interface PictureRefusal {
  readonly status: 400 | 413 | 415;
  readonly body: Refusal;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const HEADER_NAME = [0x49, 0x48, 0x44, 0x52];

const has = (bytes: Uint8Array, at: number, expected: readonly number[]): boolean =>
  expected.every((byte, index) => bytes[at + index] === byte);

/** Reads a picture's kind and size from its header; undefined if it is neither PNG nor JPEG, or is cut off before that. */
export const readPicture = (bytes: Uint8Array): Picture | undefined => {
  if (has(bytes, 0, PNG)) return readPng(bytes);
  return has(bytes, 0, [0xff, 0xd8, 0xff]) ? readJpeg(bytes) : undefined;
};

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const readPng = (bytes: Uint8Array): Picture | undefined => {
  if (bytes.length < 24 || !has(bytes, 12, HEADER_NAME)) return undefined;
  const view = viewOf(bytes);
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
};

/** The markers that begin a frame: C0 to CF without tables (C4, CC) and the reserved C8. */
const beginsFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Markers without a length: restart points and the like. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

const readJpeg = (bytes: Uint8Array): Picture | undefined => {
  const view = viewOf(bytes);
  for (let at = 2; at + 9 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isBare(marker)) at += 2;
    else if (beginsFrame(marker)) {
      return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    } else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
};

const inRange = (value: number, { min, max }: { readonly min: number; readonly max: number }): boolean =>
  value >= min && value <= max;

/**
 * Says why LINE would not take a picture for a rich menu: neither PNG nor JPEG, or not what the header of the upload
 * says (415), larger than 1 MB (413), or of a size no menu may have (400).
 */
export const checkRichMenuImage = (bytes: Uint8Array, contentType: string): PictureRefusal | undefined => {
  const declared = contentType.split(';', 1)[0]?.trim().toLowerCase();
  const picture = readPicture(bytes);
  if (!picture || picture.type !== declared) {
    return { status: 415, body: { message: `The content type, ${declared}, is not supported` } };
  }
  if (bytes.byteLength > limits.richMenuImage.max) {
    return { status: 413, body: { message: 'Request Entity Too Large' } };
  }
  const { width, height } = picture;
  const isAllowed =
    inRange(width, limits.richMenuWidth) &&
    inRange(height, limits.richMenuHeight) &&
    isWideEnough(width, height);
  return isAllowed
    ? undefined
    : { status: 400, body: { message: 'The image size is not allowed for richmenu' } };
};
