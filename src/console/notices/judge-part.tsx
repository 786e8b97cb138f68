import { may } from '../../core/permission';
import { Form, TextArea, TextField } from '../parts/form';
import type { ShownNotice } from './show-page';
import { words } from './wording';

/** What a second person does with what was handed in; its author can only take it back. */
export const Judge = ({ notice, reader, look }: ShownNotice) => {
  const path = `/console/notices/${encodeURIComponent(notice.id)}`;
  const isOwn = notice.author.id === reader.id;
  const read = (
    <>
      <input type="hidden" name="revision" value={String(notice.revision)} />
      <input type="hidden" name="shown" value={String(look.count.count)} />
      {!look.month.fits && <input type="hidden" name="quotaTold" value="yes" />}
    </>
  );
  const typeCount = (
    <TextField
      name="count"
      label={words.typeCount}
      hint={words.typeCountHint}
      inputmode="numeric"
      size="short"
      isNeeded
    />
  );
  if (isOwn) {
    return (
      <>
        <p class="note">{words.own}</p>
        <Form action={`${path}/stop`} class="row">
          {read}
          <input type="hidden" name="why" value={words.withdraw} />
          <button type="submit" class="second">
            {words.withdraw}
          </button>
        </Form>
        {may(reader, 'notice.override') && (
          <details>
            <summary>{words.overrideTitle}</summary>
            <p class="bad">{words.overrideLead}</p>
            <Form action={`${path}/override`}>
              {read}
              <TextArea name="reason" label={words.overrideWhy} rows={3} isNeeded />
              {typeCount}
              <button type="submit" class="danger">
                {words.override}
              </button>
            </Form>
          </details>
        )}
      </>
    );
  }
  if (!may(reader, 'notice.approve')) return null;
  return (
    <>
      <h2>{words.approveTitle}</h2>
      <p>{words.approveLead}</p>
      <Form action={`${path}/approve`}>
        {read}
        {typeCount}
        <button type="submit">{words.approve}</button>
      </Form>
      <h2>{words.returnTitle}</h2>
      <Form action={`${path}/return`}>
        {read}
        <TextArea name="why" label={words.returnWhy} rows={3} isNeeded />
        <button type="submit" class="second">
          {words.giveBack}
        </button>
      </Form>
    </>
  );
};
