import { Choices, Form } from '../parts/form';
import type { ShownNotice } from './show-page';
import { words } from './wording';
import { writeWords } from './write/wording';

/** What an author does with a draft: try it on herself, hand it in, change it, or give it up. */
export const Prepare = ({ notice, look }: ShownNotice) => {
  const path = `/console/notices/${encodeURIComponent(notice.id)}`;
  const read = <input type="hidden" name="revision" value={String(notice.revision)} />;
  const isSendable = look.count.count > 0 && look.lineProblems.length === 0;
  return (
    <>
      <div class="row">
        <a class="button second" href={`${path}/edit`}>
          {words.edit}
        </a>
        <Form action={`${path}/test`}>
          {read}
          <button type="submit" class="second">
            {words.test}
          </button>
        </Form>
      </div>
      <h2>{words.handInTitle}</h2>
      <p>{words.handInHint}</p>
      {isSendable ? (
        <Form action={`${path}/hand-in`}>
          {read}
          {look.warnings.length > 0 && (
            <Choices
              name="warningsRead"
              legend={writeWords.warningsTitle}
              kind="checkbox"
              options={[{ value: 'yes', label: words.warningsRead }]}
              chosen={[]}
            />
          )}
          <button type="submit">{words.handIn}</button>
        </Form>
      ) : (
        <p class="bad">{look.count.count > 0 ? writeWords.lineProblems : words.nobody}</p>
      )}
      <Form action={`${path}/stop`} class="row">
        {read}
        <input type="hidden" name="why" value={words.cancelDraft} />
        <button type="submit" class="quiet">
          {words.cancelDraft}
        </button>
      </Form>
    </>
  );
};
