/** How longer spans of days are said and said back. The patterns read words whose widths are folded. */
export const wording = {
  weekend: '土日',
  span: (from: string, to: string) => `${from}から${to}まで`,
  weeks: [
    [/再来週|さらいしゅう/u, 2],
    [/来週|らいしゅう/u, 1],
    [/今週|こんしゅう/u, 0],
  ] as const,
  months: [
    [/再来月|さらいげつ/u, 2],
    [/来月|らいげつ/u, 1],
    [/今月|こんげつ/u, 0],
  ] as const,
  /** A month by its number, without a day in it. */
  month: /(?<!\d)(1[0-2]|[1-9])月(?!\d|曜|末)/u,
} as const;
