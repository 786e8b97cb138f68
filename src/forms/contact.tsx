import { dateText, inTokyo, timeText, tokyoDate } from '../core/calendar';
import type { City } from '../core/city';
import type { ContactProblem } from '../core/course/contact';
import { lessonTimeText, venueText } from '../core/course/wording';
import type { FormState } from '../service/contact-form';
import { BackToLine, Page } from './page';
import { wording } from './wording';

type Open = Extract<FormState, { state: 'open' }>;
type Done = Extract<FormState, { state: 'done' }>;

/** What she typed, to be shown again beside what is to be mended. */
export interface Typed {
  readonly name: string;
  readonly phone: string;
  readonly problems: { readonly name?: ContactProblem; readonly phone?: ContactProblem };
}

const keptText = ({ booking }: Open, now: number): string => {
  const { until } = booking;
  if (until === null || until <= now || booking.state !== 'held') return wording.keptNoMore;
  const { date, time } = inTokyo(until);
  const day = date === tokyoDate(now) ? '' : dateText(date);
  return wording.kept(`${day}${timeText(time)}`);
};

const Summary = ({ booking, lesson, now }: Pick<Open, 'booking' | 'lesson'> & { readonly now: number }) => (
  <dl>
    <dt>{wording.what}</dt>
    <dd>{lesson.course.name}</dd>
    <dt>{wording.when}</dt>
    <dd>{lessonTimeText(lesson, now)}</dd>
    <dt>{wording.where}</dt>
    <dd>{venueText(lesson.venue)}</dd>
    <dt>{wording.people}</dt>
    <dd>{wording.count(booking.people)}</dd>
  </dl>
);

/** A field for name or phone, with its hint and what is to be mended. */
export const Field = ({
  name,
  value,
  problem,
  type,
}: {
  readonly name: 'name' | 'phone';
  readonly value: string;
  readonly problem: ContactProblem | undefined;
  readonly type: 'text' | 'tel';
}) => (
  <>
    <label for={name}>{wording[name]}</label>
    <p class="hint" id={`${name}-hint`}>
      {name === 'name' ? wording.nameHint : wording.phoneHint}
    </p>
    {problem === undefined ? null : (
      <p class="problem" id={`${name}-problem`}>
        {wording.problems[name][problem]}
      </p>
    )}
    <input
      id={name}
      name={name}
      type={type}
      value={value}
      autocomplete={name === 'name' ? 'name' : 'tel'}
      required
      aria-invalid={problem === undefined ? undefined : 'true'}
      aria-describedby={problem === undefined ? `${name}-hint` : `${name}-hint ${name}-problem`}
    />
  </>
);

/** The form for name and phone. It sends to its own address, so it works without any script. */
export const ContactForm = ({
  city,
  form,
  typed,
  now,
}: {
  readonly city: City;
  readonly form: Open;
  readonly typed?: Typed;
  readonly now: number;
}) => (
  <Page city={city} title={wording.title}>
    {typed === undefined ? (
      <p>{wording.lead}</p>
    ) : (
      <div class="summary" role="alert">
        <h2>{wording.problemTitle}</h2>
        {(['name', 'phone'] as const).flatMap((name) => {
          const problem = typed.problems[name];
          return problem === undefined ? [] : [<a href={`#${name}`}>{wording.problems[name][problem]}</a>];
        })}
      </div>
    )}
    <p>{keptText(form, now)}</p>
    <Summary booking={form.booking} lesson={form.lesson} now={now} />
    {/* The browser's own bubbles are small and vanish; what is wrong is said by the page itself. */}
    <form method="post" novalidate>
      <Field name="name" type="text" value={typed?.name ?? ''} problem={typed?.problems.name} />
      <Field name="phone" type="tel" value={typed?.phone ?? ''} problem={typed?.problems.phone} />
      <button type="submit">{wording.send}</button>
    </form>
    <section class="keep">
      <h2>{wording.keepTitle}</h2>
      <ul>
        {wording.keep.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  </Page>
);

/** The booking stands. */
export const ContactDone = ({
  city,
  form: { booking, lesson },
  now,
}: {
  readonly city: City;
  readonly form: Done;
  readonly now: number;
}) => (
  <Page city={city} title={wording.doneTitle}>
    <p>{wording.doneNumber}</p>
    <p class="number">{booking.number}</p>
    <p>{wording.doneLine}</p>
    <Summary booking={booking} lesson={lesson} now={now} />
    <BackToLine />
    <p>{wording.doneKeep}</p>
  </Page>
);
