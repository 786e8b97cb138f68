import { isClosed } from '../../../core/notice';
import { may } from '../../../core/permission';
import type { StoredNotice } from '../../../store/notices/notice';
import type { Progress } from '../../../store/notices/progress';
import { Form, TextField } from '../../parts/form';
import { Facts } from '../../parts/table';
import { pathOf } from '../notice-route';
import type { ShownNotice } from '../show-page';
import { writeWords } from '../write/wording';
import { goingWords } from './wording';

const Stop = ({ notice }: { readonly notice: StoredNotice }) => (
  <Form action={`${pathOf(notice)}/stop`}>
    <input type="hidden" name="revision" value={String(notice.revision)} />
    <TextField name="why" label={goingWords.stopWhy} isNeeded />
    <button type="submit" class="danger">
      {goingWords.stop}
    </button>
  </Form>
);

/** Approved and not begun: the time that is left, and the way to stop it. */
export const Held = ({ notice, reader, now }: ShownNotice) => (
  <section class="warn">
    <h2>{goingWords.holdTitle}</h2>
    <p>{goingWords.holdLead}</p>
    {notice.status === 'approved' && notice.dueAt !== undefined ? (
      <p>
        {goingWords.holdLeft}：
        <span class="hold" data-until={String(notice.dueAt)} role="timer">
          {Math.max(0, Math.ceil((notice.dueAt - now) / 60_000))}:00
        </span>
      </p>
    ) : (
      notice.dueAt !== undefined && <p>{goingWords.scheduledFor(notice.dueAt)}</p>
    )}
    {may(reader, 'notice.stop') && <Stop notice={notice} />}
  </section>
);

/** How far it is: for the page, and again and again for the island. */
export const ProgressPart = (props: { readonly notice: StoredNotice; readonly progress: Progress }) => {
  const { notice, progress } = props;
  const { sent, failed, pending, sending } = progress.byStatus;
  return (
    <div data-ended={isClosed(notice.status) ? 'yes' : undefined}>
      <p>
        <label for="progress">{goingWords.progress(sent, progress.people)}</label>
      </p>
      <progress id="progress" max={String(Math.max(1, progress.people))} value={String(sent + failed)} />
      <Facts
        facts={[
          [goingWords.results.sent, <span id="sent">{writeWords.people(sent)}</span>],
          [goingWords.results.failed, writeWords.people(failed)],
          [goingWords.results.sending, writeWords.people(sending - progress.uncertain)],
          [goingWords.results.uncertain, writeWords.people(progress.uncertain)],
          [goingWords.results.pending, writeWords.people(pending - progress.stopped)],
          [goingWords.results.stopped, writeWords.people(progress.stopped)],
        ]}
      />
      {Object.entries(progress.leftOut).length > 0 && (
        <ul>
          {(Object.entries(progress.leftOut) as readonly [keyof typeof writeWords.leftOut, number][]).map(
            ([reason, people]) => (
              <li>
                {writeWords.leftOut[reason]}：{writeWords.people(people)}
              </li>
            ),
          )}
        </ul>
      )}
    </div>
  );
};

/** On its way or at its end: how far, and what can still be done. */
export const Going = ({ notice, progress, reader }: ShownNotice) => {
  const isOver = isClosed(notice.status);
  const mayStop = may(reader, 'notice.stop');
  const read = <input type="hidden" name="revision" value={String(notice.revision)} />;
  return (
    <section>
      <h2>{isOver ? goingWords.resultTitle : goingWords.progressTitle}</h2>
      <div data-poll={isOver ? undefined : `${pathOf(notice)}/progress`} data-every="2" aria-live="polite">
        <ProgressPart notice={notice} progress={progress} />
      </div>
      <p class="hint">{goingWords.resultHint}</p>
      {!isOver && (
        <div class="row">
          <a class="button second" href={pathOf(notice)}>
            {goingWords.refresh}
          </a>
          {mayStop && notice.status === 'sending' && (
            <Form action={`${pathOf(notice)}/pause`}>
              {read}
              <button type="submit" class="second">
                {goingWords.pause}
              </button>
            </Form>
          )}
          {mayStop && notice.status === 'paused' && (
            <Form action={`${pathOf(notice)}/resume`}>
              {read}
              <button type="submit">{goingWords.resume}</button>
            </Form>
          )}
        </div>
      )}
      {!isOver && mayStop && (
        <>
          <p>{goingWords.stopLead}</p>
          <Stop notice={notice} />
        </>
      )}
      {progress.uncertain > 0 && (
        <p>
          <a href={`${pathOf(notice)}/uncertain`}>{goingWords.uncertainSettle}</a>
        </p>
      )}
      {progress.byStatus.sent + progress.uncertain > 0 && may(reader, 'notice.write') && (
        <p>
          <a class="button second" href={`${pathOf(notice)}/correct`}>
            {goingWords.correct}
          </a>
        </p>
      )}
    </section>
  );
};
