/** What the beginning of a picture says about it. */
export interface Picture {
  readonly contentType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

/** Reads size and kind of a PNG or JPEG; undefined for anything else. */
export const pictureIn = (bytes: Uint8Array): Picture | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return png(bytes, view) ?? jpeg(bytes, view);
};

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const png = (bytes: Uint8Array, view: DataView): Picture | undefined => {
  if (bytes.length < 24 || !PNG.every((byte, index) => bytes[index] === byte)) return undefined;
  return { contentType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
};

/** Walks the segments to the frame header, which alone knows the size. */
const jpeg = (bytes: Uint8Array, view: DataView): Picture | undefined => {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return { contentType: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
};
