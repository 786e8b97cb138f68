import type { UncertainChunk } from '../../../store/notices/control';
import type { StoredNotice } from '../../../store/notices/notice';
import { Form } from '../../parts/form';
import { momentText } from '../../parts/moment';
import { wording } from '../../wording';
import { pathOf } from '../notice-route';
import { goingWords } from './wording';

/** What is known of the calls that had no clear answer, and what each choice does. */
export const UncertainPage = (props: {
  readonly notice: StoredNotice;
  readonly chunks: readonly UncertainChunk[];
}) => (
  <>
    <h1>{goingWords.uncertainTitle}</h1>
    <p>
      <a href={pathOf(props.notice)}>{props.notice.title}</a>
    </p>
    <p class="note">{goingWords.uncertainLead}</p>
    <h2>{goingWords.uncertainChoices}</h2>
    <ul>
      <li>{goingWords.uncertainSent}</li>
      <li>{goingWords.uncertainFailed}</li>
      <li>{goingWords.uncertainNever}</li>
    </ul>
    {props.chunks.length === 0 && <p>{wording.none}</p>}
    {props.chunks.map(({ first, people, firstTriedAt, attempts }, index) => (
      <section class="warn">
        <h2>{goingWords.uncertainCall(index + 1, people)}</h2>
        <p>
          {goingWords.uncertainKnown(firstTriedAt === null ? undefined : momentText(firstTriedAt), attempts)}
        </p>
        <div class="row">
          {(['sent', 'failed'] as const).map((as) => (
            <Form action={`${pathOf(props.notice)}/uncertain`}>
              <input type="hidden" name="first" value={first} />
              <input type="hidden" name="as" value={as} />
              <button type="submit" class="second">
                {as === 'sent' ? goingWords.countSent : goingWords.countFailed}
              </button>
            </Form>
          ))}
        </div>
      </section>
    ))}
  </>
);
