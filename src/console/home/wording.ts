/** What is said on the first page. */
export const words = {
  title: 'きょうの仕事',
  hello: (name: string) => `${name}さん、おつかれさまです。`,
} as const;
