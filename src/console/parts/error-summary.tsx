import type { Problem } from '../form';
import { wording } from '../wording';

/** All that must be put right, on top of the page, each a way to its field. */
export const ErrorSummary = ({ problems }: { readonly problems: readonly Problem[] }) =>
  problems.length === 0 ? null : (
    <section class="problems" role="alert" aria-labelledby="problems-title">
      <h2 id="problems-title">{wording.problemsTitle}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </section>
  );
