/** What is said when a place opened that someone had asked to be told of. */
export const wording = {
  title: '近くの集まりのお知らせ',
  where: (label: string, minutes: number) => `「${label}」から、歩いて約${minutes}分です。`,
  next: (occasion: string) => `つぎは ${occasion}`,
  nextUnknown: '日にちは、お電話でお確かめください。',
  see: 'くわしく見る',
} as const;
