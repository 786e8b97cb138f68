import { dateText } from '../../core/calendar';
import { isClosed } from '../../core/notice';
import { may } from '../../core/permission';
import type { StaffMember } from '../../core/staff';
import type { NoticeLook } from '../../service/broadcast/look';
import type { StoredNotice } from '../../store/notices/notice';
import type { Progress } from '../../store/notices/progress';
import { momentText } from '../parts/moment';
import { Facts } from '../parts/table';
import { Going, Held } from './going/going-part';
import { Judge } from './judge-part';
import { Status } from './list-page';
import { Prepare } from './prepare-part';
import { words } from './wording';
import { ArrivedPart, LookPart } from './write/look-part';
import { writeWords } from './write/wording';

/** One notice as somebody sees it who may read it. */
export interface ShownNotice {
  readonly notice: StoredNotice;
  readonly look: NoticeLook;
  readonly progress: Progress;
  readonly names: ReadonlyMap<string, string>;
  readonly reader: StaffMember;
  readonly now: number;
}

const noteText = (note: string): string =>
  Object.entries(words.notes).find(([noted]) => noted === note)?.[1] ?? note;

const HELD: readonly string[] = ['approved', 'scheduled'];
const GOING: readonly string[] = ['expanding', 'sending', 'paused', 'done', 'stopped'];

/** One notice: what it says, to whom, how it stands, and what this reader may do with it. */
export const ShowPage = (shown: ShownNotice) => {
  const { notice, reader, names } = shown;
  const mayWrite = may(reader, 'notice.write');
  const isEditable = notice.status === 'draft' || notice.status === 'returned';
  return (
    <>
      <h1>
        {notice.title} <Status notice={notice} />
      </h1>
      {notice.note && (
        <p class="warn">
          {words.note}：{noteText(notice.note)}
        </p>
      )}
      {HELD.includes(notice.status) && <Held {...shown} />}
      {GOING.includes(notice.status) && <Going {...shown} />}
      <div class="columns read-first">
        <div>
          <Facts
            facts={[
              [writeWords.audience, notice.audienceWords],
              [writeWords.topic, notice.topic === undefined ? '—' : writeWords.topics[notice.topic]],
              [writeWords.forDay, notice.forDay === undefined ? '—' : dateText(notice.forDay)],
              [
                writeWords.sendAt,
                notice.sendAt === undefined ? words.sendAfterApproval : momentText(notice.sendAt),
              ],
              [
                words.author,
                notice.author.kind === 'supporter'
                  ? words.supporter
                  : (names.get(notice.author.id) ?? notice.author.id),
              ],
              [words.writtenAt, `${momentText(notice.editedAt)}（${words.revision(notice.revision)}）`],
              [
                words.approver,
                notice.approverId === undefined
                  ? '—'
                  : `${names.get(notice.approverId) ?? notice.approverId}${notice.approverId === notice.author.id ? `（${words.overridden}）` : ''}`,
              ],
            ]}
          />
          {notice.status === 'pending-approval' && <Judge {...shown} />}
          {isEditable && mayWrite && <Prepare {...shown} />}
        </div>
        <div>
          {/* Once it is over, counting anew who would get it would only confuse. */}
          {isClosed(notice.status) ? (
            <ArrivedPart content={notice.content} />
          ) : (
            <LookPart look={shown.look} content={notice.content} />
          )}
        </div>
      </div>
    </>
  );
};
