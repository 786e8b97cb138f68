import { type Area, BAND, type Box, boxesOf, type Menu, size } from '../menu';
import { type Colours, colours } from './colours';
import { icon } from './icons';

/** The family of the embedded letters. */
export const FAMILY = 'BIZ UDPGothic';

/**
 * Height of the lettering, in pixels of a picture 2500 wide. A phone shows the picture about 68 mm wide, so that a
 * character stands 4 mm high: read at arm's length by eyes of 82 years.
 */
export const LETTERS = 150;

const BAND_LETTERS = 88;
/** Between the edge of an area and what is painted of it. */
const MARGIN = 16;
const CORNER = 44;
/** The radius of the disc behind a sign, and the side of the sign. */
const DISC = 148;
const SIGN = 194;
/** Between disc and lettering. */
const GAP = 36;
/** From one line of lettering to the next. */
const LINE = 176;
/** How much of its height a character stands above its baseline. */
const ABOVE = 0.86;

const letters = (words: string, x: number, y: number, height: number, colour: string): string =>
  `<text x="${x}" y="${y}" font-family="${FAMILY}" font-weight="700" font-size="${height}" text-anchor="middle" fill="${colour}">${words}</text>`;

const painted = (area: Area, box: Box, { edge, plain, main }: Colours): string => {
  const { ground, letters: ink, disc, sign: colour } = area.isMain ? main : plain;
  const lines = area.words.split('\n');
  const centre = box.x + box.width / 2;
  // Room for two lines in every area, so that the signs of a row stand at one height.
  const top = box.y + (box.height - 2 * DISC - GAP - LINE - LETTERS) / 2;
  const sign = top + DISC;
  const first = top + 2 * DISC + GAP + LETTERS * ABOVE + (lines.length === 1 ? LINE / 2 : 0);
  return [
    `<rect x="${box.x + MARGIN}" y="${box.y + MARGIN}" width="${box.width - 2 * MARGIN}" height="${box.height - 2 * MARGIN}" rx="${CORNER}" fill="${ground}" stroke="${area.isMain ? ground : edge}" stroke-width="5"/>`,
    `<circle cx="${centre}" cy="${sign}" r="${DISC}" fill="${disc}"/>`,
    icon(area.icon, centre - SIGN / 2, sign - SIGN / 2, SIGN, colour),
    ...lines.map((line, index) => letters(line, centre, first + index * LINE, LETTERS, ink)),
  ].join('\n');
};

/** Draws a menu's picture. */
export const svgOf = (menu: Menu): string => {
  const look = colours[menu.look];
  const boxes = boxesOf(menu);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">`,
    `<rect width="${size.width}" height="${size.height}" fill="${look.ground}"/>`,
    ...(menu.band === undefined
      ? []
      : [
          `<rect width="${size.width}" height="${BAND}" fill="${look.band.ground}"/>`,
          letters(menu.band, size.width / 2, BAND / 2 + BAND_LETTERS * 0.36, BAND_LETTERS, look.band.letters),
        ]),
    ...menu.areas.flatMap((area, index) => {
      const box = boxes[index];
      return box ? [painted(area, box, look)] : [];
    }),
    '</svg>',
  ].join('\n');
};
