import type { Offered } from './doubt';

/**
 * A thing is named and nothing is said about it, as it sounds: 「予約のことで」. With each thing, what people want of it, most
 * frequent first.
 */
export const onlyNamed: readonly (readonly [RegExp, readonly Offered[]])[] = (
  [
    ['(?:よやく|もうしこみ)', ['my_bookings', 'change', 'cancel']],
    ['(?:とりけし|きやんせる)', ['cancel', 'undo']],
    ['(?:せき|あき|くうせき)', ['availability', 'waitlist']],
    ['(?:しらせ|つうち|あんない|たより)', ['notice_last', 'notice_settings', 'notice_off']],
    ['(?:てつだい|ぼらんていあ)', ['volunteer', 'volunteer_withdraw']],
    ['(?:きろく|こじんじようほう|でえた)', ['privacy', 'privacy_erase']],
  ] as const
).map(
  ([thing, wishes]) =>
    [
      new RegExp(
        `^(?:あの+う?|ええ?と|すみません(?:が)?|ちよつと)?.{0,12}${thing}の(?:けん|こと)(?:で(?:すが|すけど|す)?|なん(?:です|だ)(?:が|けど|けどね|けれど)|だけど|について)?(?:ちよつと|そうだん|すみません|おねがいします)?$`,
        'u',
      ),
      wishes,
    ] as const,
);
