import type { Child } from 'hono/jsx';
import { textOf, textsOf } from '../form';
import { useFrame } from '../frame';
import { wording } from '../wording';

/** The hidden proof that we made the form. */
export const FormToken = () => <input type="hidden" name="formToken" value={useFrame().formToken ?? ''} />;

/** A form that changes something: always a post, always with its proof. */
export const Form = (props: {
  readonly action: string;
  readonly children: Child;
  readonly class?: string;
  readonly hasFile?: boolean;
  readonly id?: string;
}) => (
  <form
    method="post"
    action={props.action}
    class={props.class}
    id={props.id}
    enctype={props.hasFile ? 'multipart/form-data' : undefined}
    novalidate={true}
  >
    <FormToken />
    {props.children}
  </form>
);

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  readonly isNeeded?: boolean;
}

const useField = ({ name, value }: FieldProps) => {
  const { problems, typed } = useFrame();
  const problem = problems.find(({ field }) => field === name)?.message;
  return { problem, now: typed[name] === undefined ? (value ?? '') : textOf(typed, name) };
};

const describedBy = (name: string, hint: string | undefined, problem: string | undefined) =>
  [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ') || undefined;

const Label = ({ name, label, hint, isNeeded, problem }: FieldProps & { readonly problem?: string }) => (
  <>
    <label for={name}>
      {label}
      {isNeeded && <span class="needed">{wording.needed}</span>}
    </label>
    {hint && (
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    )}
    {problem && (
      <p class="problem" id={`${name}-problem`}>
        {problem}
      </p>
    )}
  </>
);

/** One line of text. */
export const TextField = (
  props: FieldProps & {
    readonly type?: 'text' | 'email' | 'password' | 'date' | 'time' | 'number' | 'datetime-local' | 'search';
    readonly autocomplete?: string;
    readonly inputmode?: 'numeric' | 'decimal' | 'tel' | 'url';
    readonly size?: 'short' | 'middle';
  },
) => {
  const { name, type = 'text', autocomplete, inputmode, size, hint } = props;
  const { problem, now } = useField(props);
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <Label {...props} {...(problem === undefined ? {} : { problem })} />
      <input
        id={name}
        name={name}
        type={type}
        class={size}
        value={type === 'password' ? '' : now}
        autocomplete={autocomplete ?? 'off'}
        inputmode={inputmode}
        required={props.isNeeded}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={describedBy(name, hint, problem)}
      />
    </div>
  );
};

/** Several lines of text. */
export const TextArea = (props: FieldProps & { readonly rows?: number }) => {
  const { name, rows = 4, hint } = props;
  const { problem, now } = useField(props);
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <Label {...props} {...(problem === undefined ? {} : { problem })} />
      <textarea
        id={name}
        name={name}
        rows={rows}
        required={props.isNeeded}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={describedBy(name, hint, problem)}
      >
        {now}
      </textarea>
    </div>
  );
};

/** A value and how it is called. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One of several, from a list. */
export const Select = (
  props: FieldProps & { readonly options: readonly Option[]; readonly empty?: string },
) => {
  const { name, options, empty, hint } = props;
  const { problem, now } = useField(props);
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <Label {...props} {...(problem === undefined ? {} : { problem })} />
      <select
        id={name}
        name={name}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={describedBy(name, hint, problem)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label }) => (
          <option value={value} selected={value === now}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
};

/** Boxes to tick, or dots of which one is chosen, under one question. */
export const Choices = (props: {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly kind: 'checkbox' | 'radio';
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
}) => {
  const { problems, typed } = useFrame();
  const { name, legend, hint, kind, options } = props;
  const problem = problems.find(({ field }) => field === name)?.message;
  const wasSent = Object.keys(typed).length > 0;
  const chosen = wasSent ? textsOf(typed, name) : props.chosen;
  return (
    <fieldset
      class={problem ? 'field wrong' : 'field'}
      id={name}
      aria-describedby={describedBy(name, hint, problem)}
    >
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
      <div class="choices">
        {options.map(({ value, label }, index) => (
          <label for={`${name}-${index}`}>
            <input
              type={kind}
              id={`${name}-${index}`}
              name={name}
              value={value}
              checked={chosen.includes(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
