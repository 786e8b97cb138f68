const TOKYO = 9 * 3_600_000;

const DAY = 24 * 3_600_000;

let last = { day: Number.NaN, words: '' };

/** The day in Tokyo as LINE writes it, `yyyyMMdd`. Nearly always asked for the same day again. */
export const tokyoDay = (at: number): string => {
  const day = Math.floor((at + TOKYO) / DAY);
  if (day !== last.day) {
    last = { day, words: new Date(day * DAY).toISOString().slice(0, 10).replaceAll('-', '') };
  }
  return last.words;
};

/** The month in Tokyo, `yyyyMM`; the quota is counted by it. */
export const tokyoMonth = (at: number): string => tokyoDay(at).slice(0, 6);
