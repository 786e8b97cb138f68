/** Signs drawn on a square of 100, in one colour: `s` is drawn as a line, `f` is filled. */
interface Drawing {
  readonly s?: string;
  readonly f?: string;
}

const dot = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

const box = (x: number, y: number, width: number, height: number, r: number): string =>
  `M${x + r} ${y}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}` +
  `h${2 * r - width}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} ${-r}Z`;

const drawings = {
  people: {
    f: `${dot(50, 30, 14)}M25 84c0-21 10-33 25-33s25 12 25 33Z${dot(19, 40, 10)}M2 82c0-17 6-27 17-27 4 0 7 1 10 4-7 6-10 14-10 23Z${dot(81, 40, 10)}M98 82c0-17-6-27-17-27-4 0-7 1-10 4 7 6 10 14 10 23Z`,
  },
  day: { s: `${box(13, 20, 74, 68, 9)}M13 41H87M32 10V26M68 10V26`, f: dot(50, 64, 12) },
  smartphone: { s: `${box(28, 7, 44, 86, 10)}M45 80H55M41 28H59M41 42H59` },
  ticked: { s: `${box(19, 17, 62, 74, 9)}M34 57l12 13 22-27`, f: box(36, 8, 28, 18, 6) },
  handset: {
    f: 'M29 9c-11 1-19 9-18 21 3 32 26 57 58 61 12 1 20-6 22-17 0-2-1-4-3-5L70 58c-2-1-4-1-6 1l-8 9c-10-5-18-13-24-24l9-8c2-2 2-4 1-6L33 11c-1-1-2-2-4-2Z',
  },
  more: {
    f: `${box(12, 12, 33, 33, 8)}${box(55, 12, 33, 33, 8)}${box(12, 55, 33, 33, 8)}${box(55, 55, 33, 33, 8)}`,
  },
  pin: { s: 'M50 93C31 67 21 55 21 38a29 29 0 0 1 58 0C79 55 69 67 50 93Z', f: dot(50, 38, 12) },
  heart: { f: 'M50 88C20 66 8 50 8 34A22 22 0 0 1 50 25A22 22 0 0 1 92 34C92 50 80 66 50 88Z' },
  bell: {
    s: 'M16 73H84C75 64 74 56 74 44a24 24 0 0 0-48 0C26 56 25 64 16 73ZM50 9V19',
    f: 'M39 81H61a11 11 0 0 1-22 0Z',
  },
  letter: { s: `${box(10, 21, 80, 60, 9)}M14 29L50 57 86 29` },
  question: { s: `${dot(50, 50, 40)}M37 40c0-9 6-14 13-14s14 5 14 13c0 11-14 10-14 21`, f: dot(50, 73, 5) },
  back: { s: 'M88 50H16M44 20L14 50l30 30' },
  megaphone: {
    s: 'M10 38H32L70 18V78L32 58H10ZM84 36a17 17 0 0 1 0 24',
    f: 'M20 66H37l6 23a2 2 0 0 1-2 3H30a4 4 0 0 1-4-3Z',
  },
  swap: {
    f: `${dot(29, 27, 13)}M6 76c0-20 9-30 23-30s23 10 23 30Z`,
    s: 'M63 31H93M83 20l11 11-11 11M94 65H64M74 54L63 65l11 11',
  },
  list: { s: 'M38 24H90M38 50H90M38 76H90', f: `${dot(17, 24, 7)}${dot(17, 50, 7)}${dot(17, 76, 7)}` },
} as const satisfies Readonly<Record<string, Drawing>>;

/** The name of a sign. */
export type IconName = keyof typeof drawings;

/** A sign as SVG, `side` pixels wide and high, with its left upper corner at (x, y). */
export const icon = (name: IconName, x: number, y: number, side: number, colour: string): string => {
  const { s, f }: Drawing = drawings[name];
  return [
    `<g transform="translate(${x} ${y}) scale(${side / 100})">`,
    s === undefined
      ? ''
      : `<path d="${s}" fill="none" stroke="${colour}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>`,
    f === undefined ? '' : `<path d="${f}" fill="${colour}"/>`,
    '</g>',
  ].join('');
};
