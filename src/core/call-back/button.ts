import type { Button } from '../message';

/** Opens our own page on which she asks to be called; her number is never asked for in the chat. */
export const callBackButton = (label: string, turn: string): Button => ({
  label,
  action: { do: 'openPage', page: 'call-back', booking: turn },
});
