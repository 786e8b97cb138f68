import type { Button } from '../../core/message';

/** A button of this dialogue for a message after which it has ended; it says by itself what it is about. */
export const button = (
  label: string,
  choice: string,
  args?: Readonly<Record<string, string>>,
  isMain = true,
): Button => ({
  label,
  action: {
    do: 'choose',
    move: {
      dialogue: 'supporter',
      version: 1,
      step: 'sent',
      choice,
      ...(args === undefined ? {} : { args }),
    },
  },
  isMain,
});
