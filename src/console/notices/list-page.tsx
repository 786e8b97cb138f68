import type { StoredNotice } from '../../store/notices/notice';
import { momentText } from '../parts/moment';
import { Table } from '../parts/table';
import { wording } from '../wording';
import { words } from './wording';
import { writeWords } from './write/wording';

/** Notices of one kind of state. */
export interface NoticeList {
  readonly title: string;
  readonly notices: readonly StoredNotice[];
}

/** How a notice stands, as a small sign. */
export const Status = ({ notice }: { readonly notice: StoredNotice }) => {
  const { status } = notice;
  const tone =
    status === 'done' ? 'good' : status === 'stopped' || status === 'paused' ? 'wrong' : 'attention';
  return <span class={`tag ${tone}`}>{words.statuses[status]}</span>;
};

const authorOf = (notice: StoredNotice, names: ReadonlyMap<string, string>): string =>
  notice.author.kind === 'supporter' ? words.supporter : (names.get(notice.author.id) ?? wording.unknown);

/** All notices within reach, by what is to be done with them. */
export const ListPage = (props: {
  readonly lists: readonly NoticeList[];
  readonly names: ReadonlyMap<string, string>;
  readonly mayWrite: boolean;
}) => (
  <>
    <h1>{words.title}</h1>
    {props.mayWrite && (
      <div class="row">
        <a class="button" href="/console/notices/new">
          {words.write}
        </a>
      </div>
    )}
    {props.lists.map(({ title, notices }) => (
      <>
        <h2>{title}</h2>
        {notices.length === 0 ? (
          <p>{wording.none}</p>
        ) : (
          <Table caption={title} head={Object.values(words.columns)}>
            {notices.map((notice) => (
              <tr>
                <th scope="row">
                  <a href={`/console/notices/${encodeURIComponent(notice.id)}`}>{notice.title}</a>
                </th>
                <td>
                  <Status notice={notice} />
                </td>
                <td>{notice.audienceWords}</td>
                <td class="number">
                  {notice.audienceCount === undefined ? '—' : writeWords.people(notice.audienceCount)}
                </td>
                <td>{authorOf(notice, props.names)}</td>
                <td>{momentText(notice.movedAt)}</td>
              </tr>
            ))}
          </Table>
        )}
      </>
    ))}
  </>
);
