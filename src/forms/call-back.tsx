import { callTimes, callTopics } from '../core/call-back/call-back';
import { wording as words } from '../core/call-back/wording';
import type { City } from '../core/city';
import type { CallForm, TypedCall } from '../service/call-back-form';
import { Field } from './contact';
import { BackToLine, Page } from './page';
import { wording } from './wording';

type Open = Extract<CallForm, { readonly state: 'open' }>;

const Choice = ({
  name,
  legend,
  options,
  chosen,
}: {
  readonly name: 'topic' | 'time';
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
}) => (
  <fieldset>
    <legend>{legend}</legend>
    {options.map(({ value, label }) => (
      <label class="choice">
        <input type="radio" name={name} value={value} checked={value === chosen} />
        {label}
      </label>
    ))}
  </fieldset>
);

/** Asks when, about what, and whom to call. It sends to its own address and needs no script. */
export const CallBackForm = ({
  city,
  form,
  typed,
}: {
  readonly city: City;
  readonly form: Open;
  readonly typed?: TypedCall;
}) => {
  const problems = 'problems' in form ? form.problems : {};
  return (
    <Page city={city} title={wording.callTitle}>
      {'problems' in form ? (
        <div class="summary" role="alert">
          <h2>{wording.problemTitle}</h2>
          {(['name', 'phone'] as const).flatMap((name) => {
            const problem = problems[name];
            return problem === undefined ? [] : [<a href={`#${name}`}>{wording.problems[name][problem]}</a>];
          })}
        </div>
      ) : (
        <p>{wording.callLead}</p>
      )}
      <form method="post" novalidate>
        <Choice
          name="topic"
          legend={wording.callTopic}
          options={callTopics.map((value) => ({ value, label: words.topic[value] }))}
          chosen={typed?.topic ?? 'place'}
        />
        <Choice
          name="time"
          legend={wording.callTime}
          options={callTimes.map((value) => ({ value, label: words.time[value] }))}
          chosen={typed?.time ?? 'any'}
        />
        <Field name="name" type="text" value={typed?.name ?? ''} problem={problems.name} />
        <Field name="phone" type="tel" value={typed?.phone ?? ''} problem={problems.phone} />
        <button type="submit">{wording.callSend}</button>
      </form>
      <section class="keep">
        <h2>{wording.keepTitle}</h2>
        <ul>
          {wording.callKeep.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
    </Page>
  );
};

/** The request was taken. */
export const CallBackDone = ({ city }: { readonly city: City }) => (
  <Page city={city} title={words.title}>
    <p>{words.line}</p>
    <BackToLine />
  </Page>
);
