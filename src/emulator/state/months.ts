const TOKYO = 9 * 3_600_000;

/** The day in Tokyo as LINE writes it, `yyyyMMdd`. */
export const tokyoDay = (at: number): string =>
  new Date(at + TOKYO).toISOString().slice(0, 10).replaceAll('-', '');

/** The month in Tokyo, `yyyyMM`; the quota is counted by it. */
export const tokyoMonth = (at: number): string => tokyoDay(at).slice(0, 6);
