import { topics } from '../../../core/notice';
import type { Scope } from '../../../core/staff';
import type { NoticeLook } from '../../../service/broadcast/look';
import { phonesOf } from '../../../service/broadcast/look';
import { textOf } from '../../form';
import { useFrame } from '../../frame';
import { Choices, Form, Select, TextArea, TextField } from '../../parts/form';
import type { ConsoleDeps } from '../../visit';
import type { EventOfNotice } from './draft';
import { LookPart } from './look-part';
import { writeWords } from './wording';

interface WriteProps {
  readonly deps: ConsoleDeps;
  readonly scope: Scope;
  /** Where the form goes. */
  readonly action: string;
  /** The draft's id, chosen when the form was made, so that sending it twice makes one draft. */
  readonly id: string;
  readonly revision: number;
  readonly event: EventOfNotice;
  /** The courses by whose bookings an audience can be narrowed. */
  readonly courses: readonly { readonly id: string; readonly name: string }[];
  readonly correctionOf?: string;
  readonly look?: { readonly look: NoticeLook; readonly content: string };
}

const audiencesFor = (scope: Scope, event: EventOfNotice, isCorrection: boolean): readonly string[] => {
  if (isCorrection) return ['correction'];
  return [
    ...(event.lesson ? ['lesson', 'lesson-waiting', 'course'] : []),
    ...(event.place ? ['place', ...(event.place.at ? ['near-500', 'near-1000', 'near-2000'] : [])] : []),
    'districts',
    ...(scope === 'all' ? ['everyone', 'testers'] : []),
  ];
};

const labelOf = (audience: string): string =>
  Object.entries(writeWords.rules).find(([name]) => name === audience)?.[1] ??
  writeWords.ruleWords({ type: 'reached-by', notice: '' }, '');

/** What may narrow an audience beyond its first rule and its districts. */
const Narrow = ({ courses }: Pick<WriteProps, 'courses'>) => {
  const { typed } = useFrame();
  const isUsed = ['alsoCourse', 'nearMetres', 'nearPlace'].some((field) => textOf(typed, field) !== '');
  return (
    <details open={isUsed}>
      <summary>{writeWords.narrowTitle}</summary>
      <p class="hint">{writeWords.narrowLead}</p>
      <Select
        name="alsoCourse"
        label={writeWords.alsoCourse}
        empty={writeWords.notNarrowed}
        options={courses.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div class="pair">
        <Select
          name="nearMetres"
          label={writeWords.nearMetres}
          empty={writeWords.notNarrowed}
          options={Object.entries(writeWords.metres).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="nearPlace" label={writeWords.nearPlace} hint={writeWords.nearPlaceHint} />
      </div>
    </details>
  );
};

/** The form in which a notice is written, with what it would do beside it. */
export const WritePage = (props: WriteProps) => {
  const { deps, scope, event, correctionOf } = props;
  const { districts } = deps.city;
  const mine = districts.filter(({ name }) => scope === 'all' || scope.includes(name));
  const phones = [...new Set(phonesOf(deps))];
  return (
    <>
      <h1>{writeWords.newTitle}</h1>
      <Form action={props.action} id="notice">
        <div class="columns">
          <div>
            <input type="hidden" name="id" value={props.id} />
            <input type="hidden" name="revision" value={String(props.revision)} />
            <input type="hidden" name="lesson" value={event.lesson?.id ?? ''} />
            <input type="hidden" name="place" value={event.place?.id ?? ''} />
            <input type="hidden" name="correctionOf" value={correctionOf ?? ''} />
            <TextField name="heading" label={writeWords.heading} hint={writeWords.headingHint} isNeeded />
            <TextArea name="text" label={writeWords.text} hint={writeWords.textHint} rows={7} isNeeded />
            <Choices
              name="audience"
              legend={writeWords.audience}
              kind="radio"
              options={audiencesFor(scope, event, correctionOf !== undefined).map((value) => ({
                value,
                label: labelOf(value),
              }))}
              chosen={[]}
            />
            {correctionOf === undefined && (
              <Choices
                name="districts"
                legend={writeWords.districts}
                hint={writeWords.districtsHint}
                kind="checkbox"
                options={mine.map(({ name }) => ({ value: name, label: name }))}
                chosen={[]}
              />
            )}
            {correctionOf === undefined && <Narrow courses={props.courses} />}
            <Select
              name="topic"
              label={writeWords.topic}
              hint={writeWords.topicHint}
              options={topics.map((value) => ({ value, label: writeWords.topics[value] }))}
            />
            <TextField
              name="forDay"
              label={writeWords.forDay}
              hint={writeWords.forDayHint}
              type="date"
              size="middle"
            />
            <TextField
              name="sendAt"
              label={writeWords.sendAt}
              hint={writeWords.sendAtHint}
              type="datetime-local"
              size="middle"
            />
            <Select
              name="phone"
              label={writeWords.phone}
              empty={writeWords.noPhone}
              options={phones.map((value) => ({ value, label: value }))}
            />
            <Choices
              name="kinds"
              legend={writeWords.kinds}
              kind="checkbox"
              options={[
                { value: 'cancellation', label: writeWords.isCancellation },
                { value: 'drill', label: writeWords.isDrill },
              ]}
              chosen={[]}
            />
            <div class="row">
              <button type="submit">{writeWords.saveDraft}</button>
              <button type="submit" class="second" formaction="/console/notices/look">
                {writeWords.look}
              </button>
            </div>
          </div>
          <div data-live="/console/notices/look-now" aria-live="polite">
            {props.look && <LookPart look={props.look.look} content={props.look.content} />}
          </div>
        </div>
      </Form>
    </>
  );
};
