import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRichMenuImage, limits, readPicture } from '../../../src/line/limits';

const chunk = (name: string, data: Uint8Array): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
};

const png = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(8))),
  ]);
};

/** As a camera writes it: a thumbnail's segment and tables come before the frame. */
const jpeg = (width: number, height: number, marker = 0xc2): Buffer => {
  const frame = Buffer.from([0xff, marker, 0, 17, 8, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const segment = (name: number, size: number) =>
    Buffer.concat([Buffer.from([0xff, name, size >> 8, size & 0xff]), Buffer.alloc(size - 2, 0xc0)]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, 400),
    Buffer.from([0xff]),
    segment(0xc4, 31),
    frame,
  ]);
};

const padded = (picture: Buffer, bytes: number): Buffer =>
  Buffer.concat([picture, Buffer.alloc(bytes - picture.length)]);

const status = (picture: Uint8Array, type = 'image/png') => checkRichMenuImage(picture, type)?.status;

describe('the picture of a rich menu', () => {
  it('is measured by its own header, PNG and JPEG alike', () => {
    expect(readPicture(png(2500, 1686))).toEqual({ type: 'image/png', width: 2500, height: 1686 });
    expect(readPicture(jpeg(800, 540))).toEqual({ type: 'image/jpeg', width: 800, height: 540 });
    expect(readPicture(jpeg(1200, 405, 0xc0))).toEqual({ type: 'image/jpeg', width: 1200, height: 405 });
  });

  it('may be 800 to 2500 pixels wide and not narrower or wider', () => {
    expect(status(png(800, 250))).toBeUndefined();
    expect(status(png(2500, 1686))).toBeUndefined();
    expect(status(png(799, 250))).toBe(400);
    expect(status(png(2501, 1686))).toBe(400);
  });

  it('is at least 250 pixels high and 1.45 times as wide as high', () => {
    expect(status(png(800, 249))).toBe(400);
    expect(status(png(1450, 1000))).toBeUndefined();
    expect(status(png(1449, 1000))).toBe(400);
  });

  it('has at most 1 MB', () => {
    const { max } = limits.richMenuImage;
    expect(status(padded(png(2500, 1686), max))).toBeUndefined();
    expect(status(padded(png(2500, 1686), max + 1))).toBe(413);
  });

  it('is what the upload says it is', () => {
    expect(status(jpeg(2500, 1686), 'image/jpeg')).toBeUndefined();
    expect(status(jpeg(2500, 1686), 'IMAGE/JPEG; charset=binary')).toBeUndefined();
    expect(status(png(2500, 1686), 'image/jpeg')).toBe(415);
    expect(status(Buffer.from('GIF89a'), 'image/gif')).toBe(415);
  });

  it('may be cut off anywhere without harm', () => {
    for (const whole of [png(2500, 1686), jpeg(2500, 1686)]) {
      for (let length = 0; length < whole.length; length += 1) {
        expect(() => checkRichMenuImage(whole.subarray(0, length), 'image/jpeg')).not.toThrow();
      }
    }
  });

  it('may be any bytes at all', () => {
    const start = fc.constantFrom([], [0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 300 }), (head, tail) => {
        readPicture(Uint8Array.from([...head, ...tail]));
      }),
    );
  });
});
