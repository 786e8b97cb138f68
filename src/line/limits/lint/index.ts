import { isObject } from '../shape';
import { lintMessages } from './messages';
import { lintRichMenu } from './rich-menu';
import type { Warning } from './warning';

export { lintMessages } from './messages';
export { lintRichMenu } from './rich-menu';
export type { LintRule, Warning } from './warning';

/** A call to LINE, as far as lint looks at it. */
export interface LintedCall {
  readonly method: string;
  /** e.g. `/v2/bot/message/push`. */
  readonly path: string;
  readonly hasRetryKey: boolean;
  /** The body as JSON; undefined if there was none. */
  readonly body: unknown;
}

/** Ways of sending that would reach people twice if a lost answer were tried again without a key. */
const SENDS = /^\/v2\/bot\/message\/(?:push|multicast|narrowcast|broadcast)$/;
const HAS_MESSAGES = /^\/v2\/bot\/message\/(?:validate\/)?(?:reply|push|multicast|narrowcast|broadcast)$/;
const MAKES_MENU = /^\/v2\/bot\/richmenu(?:\/validate)?$/;

/** Says what is legal but bad in a call. */
export const lintCall = ({ method, path, hasRetryKey, body }: LintedCall): readonly Warning[] => {
  if (method !== 'POST' || !isObject(body)) return [];
  const warnings: Warning[] = [];
  if (SENDS.test(path) && !hasRetryKey) {
    warnings.push({
      rule: 'no-retry-key',
      message: 'Without X-Line-Retry-Key a lost answer cannot be tried again safely.',
      property: 'X-Line-Retry-Key',
    });
  }
  if (Array.isArray(body.to) && new Set(body.to).size < body.to.length) {
    warnings.push({ rule: 'same-person-twice', message: 'Somebody is named twice.', property: 'to' });
  }
  if (HAS_MESSAGES.test(path)) warnings.push(...lintMessages(body.messages));
  if (MAKES_MENU.test(path)) warnings.push(...lintRichMenu(body));
  return warnings;
};
