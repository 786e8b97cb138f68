import type { messagingApi } from '@line/bot-sdk';
import { z } from 'zod';
import { type LineAccess, LineCalls } from './calls';
import { aliasesIn } from './rich-menus';

export {
  LINE_TIMEOUT,
  type LineAccess,
  LineBroken,
  LineBusy,
  LineError,
  LineQuotaSpent,
  LineRefused,
  LineSilent,
} from './calls';

type Messages = readonly messagingApi.Message[];

const quotaBody = z.object({ type: z.string(), value: z.number().optional() });
const profileBody = z.object({ displayName: z.string() });
const consumptionBody = z.object({ totalUsage: z.number() });

/** The few calls the bot makes. */
export class LineClient {
  private readonly calls: LineCalls;

  constructor(access: LineAccess, fetcher?: typeof fetch) {
    this.calls = new LineCalls(access, fetcher);
  }

  /**
   * Answers with a reply token: free of charge, once, within a minute. The messages are JSON as it was checked and
   * stored, so that nothing else leaves.
   */
  async reply(replyToken: string, messages: string): Promise<void> {
    const body = `{"replyToken":${JSON.stringify(replyToken)},"messages":${messages}}`;
    await this.calls.postWritten('/v2/bot/message/reply', body);
  }

  /** Sends to one person. A key that LINE has already accepted counts as sent. */
  async push(to: string, messages: Messages, retryKey: string): Promise<void> {
    await this.calls.post('/v2/bot/message/push', { to, messages }, retryKey);
  }

  /**
   * Sends the same, as JSON, to at most 500 people. One unknown id refuses the whole call; nothing has gone out then.
   */
  async multicast(to: readonly string[], messages: string, retryKey: string): Promise<void> {
    const body = `{"to":${JSON.stringify(to)},"messages":${messages}}`;
    await this.calls.postWritten('/v2/bot/message/multicast', body, retryKey);
  }

  /** Asks LINE whether it would take these messages, without sending them; throws {@link LineRefused} if not. */
  async validate(messages: Messages): Promise<void> {
    await this.calls.post('/v2/bot/message/validate/multicast', { messages });
  }

  /** What a person calls herself; throws {@link LineRefused} if she has blocked us. */
  async displayName(person: string): Promise<string> {
    const path = `/v2/bot/profile/${encodeURIComponent(person)}`;
    return profileBody.parse(JSON.parse(await this.calls.get(path))).displayName;
  }

  /** The month's limit in people; undefined where the plan has none. */
  async quota(): Promise<number | undefined> {
    const { type, value } = quotaBody.parse(JSON.parse(await this.calls.get('/v2/bot/message/quota')));
    return type === 'limited' ? value : undefined;
  }

  /** How many people were sent to this month, by LINE's own approximate count, from wherever it was sent. */
  async consumption(): Promise<number> {
    return consumptionBody.parse(JSON.parse(await this.calls.get('/v2/bot/message/quota/consumption')))
      .totalUsage;
  }

  /** Which menu stands behind each alias; an alias that is not there is not in the answer. */
  async menuAliases(): Promise<ReadonlyMap<string, string>> {
    return aliasesIn(await this.calls.get('/v2/bot/richmenu/alias/list'));
  }

  /** Gives a person a menu of her own, shown at once. LINE says yes and does nothing if she has blocked us. */
  async linkMenu(person: string, menuId: string): Promise<void> {
    await this.calls.post(`/v2/bot/user/${person}/richmenu/${menuId}`);
  }

  /** Takes her own menu away, so that she has everybody's; harmless if she has none. */
  async unlinkMenu(person: string): Promise<void> {
    await this.calls.delete(`/v2/bot/user/${person}/richmenu`);
  }
}
