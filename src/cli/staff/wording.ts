/** What staff pass on to a new supporter. */
export const wording = {
  send: (code: string) => `LINEで「サポーター ${code}」と送ってください。3日のあいだ、1回だけ使えます。`,
} as const;
