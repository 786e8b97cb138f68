import { LineError } from '../line/client';
import type { Deps } from './deps';

/**
 * What she calls herself in LINE, asked of LINE at this moment and kept nowhere. Undefined where LINE does not tell it:
 * she has blocked us, or LINE does not answer.
 */
export const nicknameOf = async (
  { line }: Pick<Deps, 'line'>,
  person: string,
): Promise<string | undefined> => {
  try {
    return await line.displayName(person);
  } catch (error) {
    if (error instanceof LineError) return undefined;
    throw error;
  }
};
