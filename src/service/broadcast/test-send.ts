import { LineError } from '../../line/client';
import { staffPersonId } from '../../store/staff';
import type { Deps } from '../deps';
import { lineMessagesOf } from './content';

/** What became of a test send. */
export type TestSend = 'sent' | 'not-linked' | 'failed';

/** Sends a notice to its reader's own LINE and to nobody else, as it would arrive. */
export const testSend = async (
  deps: Pick<Deps, 'db' | 'line' | 'newId'>,
  staffId: string,
  content: string,
): Promise<TestSend> => {
  const person = await staffPersonId(deps.db, staffId);
  if (person === undefined) return 'not-linked';
  try {
    await deps.line.push(person, lineMessagesOf(content), deps.newId());
    return 'sent';
  } catch (error) {
    if (error instanceof LineError) return 'failed';
    throw error;
  }
};
