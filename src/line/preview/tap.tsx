import type { messagingApi } from '@line/bot-sdk';
import type { Drawing, Drawn } from './drawing';

/** What makes an area tappable: attributes for the area, and a first child for those who use keys or listen. */
export interface Tap {
  readonly attributes: Readonly<Record<string, string>>;
  readonly button: Drawn;
}

const NO_TAP: Tap = { attributes: {}, button: null };

/** An action as the attribute that a page's script reads. */
export const actionData = (action: messagingApi.Action): string => JSON.stringify(action);

/**
 * Makes an area tappable. The area itself carries the action, and an empty button lies over it as a sibling of what
 * it shows: a tappable area may hold further tappable ones, which buttons in buttons could not.
 * `spoken` is read aloud where the action has no label of its own.
 */
export const tapOf = (
  { isLive }: Drawing,
  action: messagingApi.Action | undefined,
  spoken: string | undefined,
): Tap =>
  action === undefined || !isLive
    ? NO_TAP
    : {
        attributes: { 'data-action': actionData(action) },
        button: <button type="button" class="f-tap" aria-label={action.label || spoken || action.type} />,
      };
