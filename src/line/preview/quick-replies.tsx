import type { messagingApi } from '@line/bot-sdk';
import type { Drawing, Drawn } from './drawing';
import { sourceOf } from './measures';
import { actionData } from './tap';
import { wording } from './wording';

/** Simple signs of our own for actions that open something on the phone. */
const SIGNS: Readonly<Record<string, string>> = {
  camera: 'M2 7h5l2-3h6l2 3h5v12H2zM12 16.5a4 4 0 1 0-.1 0z',
  cameraRoll: 'M2 4h20v16H2zM2 16l6-6 5 5 3-3 6 6M16.5 9.5v.1',
  location: 'M12 22C7 16 5 13 5 9.5a7 7 0 0 1 14 0C19 13 17 16 12 22zM12 12a2.5 2.5 0 1 0-.1 0z',
  datetimepicker: 'M3 5h18v16H3zM3 10h18M8 2v5M16 2v5',
};

const sign = (type: string): Drawn =>
  Object.hasOwn(SIGNS, type) ? (
    <svg class="f-sign" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SIGNS[type]} />
    </svg>
  ) : null;

/** Draws the small buttons that stand above the keyboard. */
export const drawQuickReplies = (drawing: Drawing, items: readonly messagingApi.QuickReplyItem[]): Drawn => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a form's meaning with it.
  <div class="f-quick" role="group" aria-label={wording.quickReplies}>
    {items.map(({ action, imageUrl }) =>
      action === undefined ? null : (
        <button
          type="button"
          class="f-quick-button"
          disabled={!drawing.isLive}
          data-action={drawing.isLive ? actionData(action) : undefined}
        >
          {imageUrl ? <img class="f-sign" src={sourceOf(imageUrl)} alt="" /> : sign(action.type)}
          <span>{action.label}</span>
        </button>
      ),
    )}
  </div>
);
