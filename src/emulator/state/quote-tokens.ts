import { BoundedMap } from './bounded-map';

/** How many tokens are remembered; the oldest are forgotten first. */
const LIMIT = 200_000;

/** Which message a quote token stands for; it works again and again, in its own chat alone. */
export class QuoteTokens {
  readonly all = new BoundedMap<string, { readonly chatId: string; readonly messageId: string }>(LIMIT);

  add(token: string, chatId: string, messageId: string): void {
    this.all.set(token, { chatId, messageId });
  }

  /** The quoted message's id, if the token belongs to this chat. */
  messageIn(chatId: string, token: string): string | undefined {
    const found = this.all.get(token);
    return found?.chatId === chatId ? found.messageId : undefined;
  }
}
