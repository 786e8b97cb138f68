import type { Point } from './city';
import type { BookingEffect } from './course/booking-effect';
import type { NoticeEffect } from './notice/notice-effect';
import type { SavedArea } from './person';
import type { ReportPlace, WantAnswer } from './place-report/report';
import type { DropWish, KeepWish } from './place-wish/place-wish';
import type { AnswerSurvey } from './survey/survey';
import type { OpenCase } from './volunteer/case';
import type { VolunteerEffect } from './volunteer/volunteer';

/** What must happen because of a turn; written in the same step as the turn itself, or not at all. */
export type Effect =
  | { readonly type: 'keepArea'; readonly area: SavedArea }
  | { readonly type: 'forgetArea' }
  | { readonly type: 'setLetters'; readonly areLarge: boolean }
  /** Erases all that is kept of her, gives her seats back and stops all sending. */
  | { readonly type: 'forgetHer' }
  | { readonly type: 'stopSending'; readonly since: number }
  | { readonly type: 'resumeSending'; readonly since: number }
  | { readonly type: 'eraseMessage'; readonly messageId: string }
  | { readonly type: 'recordWish'; readonly wish: Wish }
  | OpenCase
  | KeepWish
  | DropWish
  | ReportPlace
  | WantAnswer
  | AnswerSurvey
  /** At most one a turn: it is a claim that may fail, and then the turn is decided again. */
  | BookingEffect
  | NoticeEffect
  | VolunteerEffect;

/** Something an elder looked for and did not find near her: tells the city where a place is missing. */
export interface Wish {
  /** Rounded to about 100 m; no person is named with it. */
  readonly at?: Point;
  readonly sphere?: string;
  readonly district?: string;
  readonly activity?: string;
  readonly day?: string;
  /** Straight metres to the nearest fitting place; absent if there is none in the city. */
  readonly nearestMetres?: number;
}
