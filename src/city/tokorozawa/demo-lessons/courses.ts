import type { CourseEntry } from '../../../core/course/lesson-entry';

/** Courses made up for trying things out; every name says 見本. */
export const demoCourses = {
  first: {
    key: 'first-steps',
    kind: 'スマホ教室',
    name: 'はじめてのスマホ教室（見本）',
    description: '電話のかけ方、文字の打ち方を、ゆっくり練習します。',
  },
  line: {
    key: 'line',
    kind: 'スマホ教室',
    name: 'LINEを使ってみよう（見本）',
    description: '写真の送り方、家族との電話のしかたを習います。',
  },
  iphone: {
    key: 'iphone',
    kind: 'スマホ教室',
    name: 'スマホ教室 iPhone編（見本）',
    description: 'iPhoneの基本の使い方と、だまされないための注意です。',
  },
  android: {
    key: 'android',
    kind: 'スマホ教室',
    name: 'スマホ教室 Android編（見本）',
    description: 'Androidの基本の使い方と、だまされないための注意です。',
  },
  trial: {
    key: 'trial-day',
    kind: 'お達者倶楽部',
    name: 'お達者倶楽部 体験の日（見本）',
    description: '体操と脳トレを、いすにすわって体験します。',
  },
  supporter: {
    key: 'smartphone-supporter',
    kind: 'スマホサポーター養成講座',
    name: 'スマホサポーター養成講座（見本）',
    description: 'スマホを教えるお手伝いのしかたを学びます。',
    needsContact: true,
  },
  academy: {
    key: 'senior-academy',
    kind: 'シニア・アカデミー',
    name: 'シニア・アカデミー（見本）',
    description: 'できることを・できるときに・できるだけ。地域での活動を学びます。',
    needsContact: true,
  },
  dementia: {
    key: 'dementia-supporter',
    kind: '認知症サポーター養成講座',
    name: '認知症サポーター養成講座（見本）',
    description: '認知症の方とご家族を、地域で見守るための講座です。',
    needsContact: true,
  },
  tocofit: {
    key: 'tocofit',
    kind: '介護予防サポーター（トコフィット）養成講座',
    name: 'トコフィット養成講座（見本）',
    description: 'トコろん元気百歳体操のお手伝いのしかたを学びます。',
    needsContact: true,
  },
} as const satisfies Record<string, CourseEntry>;
