import type { messagingApi } from '@line/bot-sdk';
import type { Drawn } from './drawing';
import type { LetterStep } from './letter-steps';
import { drawMessage } from './message';
import { drawQuickReplies } from './quick-replies';
import { classes, newSheet } from './sheet';

export { drawRichMenu, type Menu } from './areas';
export type { Drawing, Drawn } from './drawing';
export { type LetterStep, letterSteps } from './letter-steps';
export { drawLocation, type SentLocation } from './location';
export { drawClip, drawFile, drawPhoto, drawSound } from './media';
export { drawMessage } from './message';
export { drawQuickReplies } from './quick-replies';
export { newSheet, type Sheet } from './sheet';
export { drawSticker } from './sticker';
export { previewStyles } from './styles';
export { drawText } from './text';

/** How a preview is to be seen. */
export interface PreviewLook {
  readonly letters?: LetterStep;
  /** LINE for PC shows no quick replies. */
  readonly isDesktop?: boolean;
}

/** A preview: markup, and the rules it needs besides `previewStyles`, for a `<style>` with the page's nonce. */
export interface Preview {
  readonly body: Drawn;
  readonly css: string;
}

/** Shows messages as they will stand in a chat, for looking only: nothing in it can be tapped. */
export const preview = (messages: readonly messagingApi.Message[], look: PreviewLook = {}): Preview => {
  const sheet = newSheet();
  const drawing = { sheet, isLive: false };
  const quickReply = messages.at(-1)?.quickReply?.items ?? [];
  const body = (
    <div class={classes('f-chat', `f-letters-${look.letters ?? 'normal'}`)}>
      {messages.map((message) => (
        <div class={classes('f-message', `f-of-${message.type}`)}>{drawMessage(drawing, message)}</div>
      ))}
      {quickReply.length > 0 && !look.isDesktop ? drawQuickReplies(drawing, quickReply) : null}
    </div>
  );
  return { body, css: sheet.css() };
};
