import { type AudienceCount, reasonsIn } from '../../../core/notice';
import { lineMessagesOf } from '../../../service/broadcast/content';
import type { NoticeLook } from '../../../service/broadcast/look';
import { LinePreview } from '../../parts/line-preview';
import { writeWords } from './wording';

const Counts = ({ count }: { readonly count: AudienceCount }) => {
  const reasons = Object.entries(count.reasons);
  const left = Object.entries(count.leftOut) as readonly [keyof typeof writeWords.leftOut, number][];
  return (
    <>
      <h3>{writeWords.countTitle}</h3>
      <p class="figure hold" id="count">
        {writeWords.people(count.count)}
      </p>
      <p class="hint">{writeWords.countNow}</p>
      {reasons.length > 0 && (
        <>
          <h3>{writeWords.reasonsTitle}</h3>
          <ul>
            {reasons.map(([reason, people]) => (
              <li>
                {reasonsIn(reason)
                  .map((one) => writeWords.reasons[one])
                  .join(writeWords.and)}
                ：{writeWords.people(people)}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{writeWords.leftOutTitle}</h3>
      {left.length === 0 ? (
        <p>{writeWords.nobodyLeftOut}</p>
      ) : (
        <ul>
          {left.map(([reason, people]) => (
            <li>
              {writeWords.leftOut[reason]}：{writeWords.people(people)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** How it looks in LINE, and nothing else. */
export const ArrivedPart = ({ content }: { readonly content: string }) => (
  <>
    <h2>{writeWords.previewTitle}</h2>
    <LinePreview messages={lineMessagesOf(content)} />
  </>
);

/** What is to be seen before anybody goes on: the count with its reasons, what to look at, and how it will arrive. */
export const LookPart = ({ look, content }: { readonly look: NoticeLook; readonly content: string }) => (
  <>
    <ArrivedPart content={content} />
    <Counts count={look.count} />
    <h3>{writeWords.warningsTitle}</h3>
    {look.lineProblems.length > 0 && <p class="bad">{writeWords.lineProblems}</p>}
    {look.warnings.length === 0 ? (
      <p class="done">{writeWords.noWarnings}</p>
    ) : (
      <div class="warn">
        <ul>
          {look.warnings.map((warning) => (
            <li>{writeWords.warning(warning)}</li>
          ))}
        </ul>
      </div>
    )}
    <Difference look={look} />
    <h3>{writeWords.quotaTitle}</h3>
    <Quota look={look} />
  </>
);

const Quota = ({ look: { quota, count, month } }: { readonly look: NoticeLook }) => (
  <>
    <p>{writeWords.quota(quota.used, quota.planned, count.count, quota.limit, quota.readAt !== undefined)}</p>
    {!month.fits && <p class="bad">{writeWords.quotaShort[month.why](month.short)}</p>}
  </>
);

const Difference = ({ look }: { readonly look: NoticeLook }) =>
  look.similar === undefined ? null : (
    <>
      <h3>{writeWords.similarTitle(look.similar.sent.at)}</h3>
      <p>
        {look.similar.difference.map(({ kind, text }) =>
          kind === 'added' ? <ins>{text}</ins> : kind === 'removed' ? <del>{text}</del> : <span>{text}</span>,
        )}
      </p>
    </>
  );
