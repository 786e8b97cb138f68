import { addDays, type CivilDate, dateText, occasionText } from '../../core/calendar';
import { occurrencesBetween, type Schedule, scheduleText } from '../../core/schedule';
import { words } from './wording';

/** How many dates are shown, and how far ahead they are looked for, in days. */
const SHOWN = 10;
const AHEAD = 400;

/** What a schedule means: how it was read, and the next ten real dates with its exceptions and pauses. */
export const SchedulePart = (props: {
  readonly schedule: Schedule;
  readonly unread: readonly string[];
  readonly today: CivilDate;
}) => {
  const { schedule, unread, today } = props;
  const dates = occurrencesBetween(schedule, today, addDays(today, AHEAD)).slice(0, SHOWN);
  return (
    <>
      {unread.length > 0 && <p class="bad">{words.scheduleUnread(unread.join('」「'))}</p>}
      <h2 class="minor">{words.readAs}</h2>
      <ul>
        {scheduleText(schedule, today).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <h2 class="minor">{words.nextTen}</h2>
      {dates.length === 0 ? (
        <p class="warn">{words.noDates}</p>
      ) : (
        <ol class="dates">
          {dates.map(({ date, time, movedFrom, holidayUnsure, reason }) => (
            <li>
              {occasionText(date, time, today)}
              {movedFrom && <span class="tag attention">{words.moved(dateText(movedFrom))}</span>}
              {holidayUnsure && <span class="tag attention">{words.holidayUnsure}</span>}
              {reason && ` ${reason}`}
            </li>
          ))}
        </ol>
      )}
    </>
  );
};
