import type { messagingApi } from '@line/bot-sdk';
import { userId } from './ids';
import { ofEveryMessage } from './quick-reply';
import type { Check } from './report';
import {
  both,
  byType,
  countFrom,
  fieldsOf,
  isObject,
  listOf,
  may,
  must,
  someWords,
  UNSPECIFIED,
  whole,
  words,
} from './shape';
import { limits } from './table';

const emoji = fieldsOf<messagingApi.Emoji>({
  index: must(countFrom(0), UNSPECIFIED),
  productId: must(someWords),
  emojiId: must(someWords),
});

/** Each LINE emoji takes the place of a `$` in the text; its index counts UTF-16 units. */
const standForDollars: Check = whole(({ text, emojis }, report) => {
  if (typeof text !== 'string' || !Array.isArray(emojis)) return;
  const taken = new Set<number>();
  report.enter('emojis', emojis, () => {
    for (const [position, one] of emojis.slice(0, limits.textEmojis.max).entries()) {
      const index = isObject(one) ? one.index : undefined;
      if (typeof index !== 'number' || index < 0) continue;
      const isFree = text[index] === '$' && !taken.has(index);
      if (!isFree) report.enter(position, one, () => report.refuseAt('index', 'invalid index'));
      taken.add(index);
    }
  });
});

/** A plain text. */
export const textMessage: Check = both(
  fieldsOf<messagingApi.TextMessage>({
    ...ofEveryMessage,
    text: must(words(limits.text)),
    emojis: may(listOf(limits.textEmojis, emoji)),
    quoteToken: may(someWords),
  }),
  standForDollars,
);

const mentionee = byType<messagingApi.MentionTarget['type']>({
  all: fieldsOf<messagingApi.AllMentionTarget>({}),
  user: fieldsOf<messagingApi.UserMentionTarget>({ userId: must(userId) }),
});

const substitute = byType<messagingApi.SubstitutionObject['type']>({
  emoji: fieldsOf<messagingApi.EmojiSubstitutionObject>({
    productId: must(someWords),
    emojiId: must(someWords),
  }),
  mention: fieldsOf<messagingApi.MentionSubstitutionObject>({ mentionee: must(mentionee, UNSPECIFIED) }),
});

const key = /^[a-zA-Z0-9_]{1,20}$/;
const mismatch = `does not match the pattern '${key.source}'.`;
const shown = (name: string): string => name.slice(0, 40);

const substitution: Check = (value, report) => {
  if (!isObject(value)) return report.wrongKind();
  const entries = Object.entries(value);
  const { max } = limits.textV2Substitutions;
  if (entries.length > max) report.refuse(`Size must be between 0 and ${max}`);
  for (const [name, one] of entries.slice(0, max + 1)) {
    if (!key.test(name)) report.refuse(`The key '${shown(name)}' ${mismatch}`);
    report.enter(name, one, substitute);
  }
};

/**
 * Braces pair up, and what stands in them is a key that is given; doubled braces are the sign itself. Emoji and
 * mentions are counted as often as they stand in the text.
 */
const bracesNameKeys: Check = whole(({ text, substitution: given }, report) => {
  if (typeof text !== 'string' || text.length > limits.textV2.max) return;
  const names = isObject(given) ? given : {};
  const used: string[] = [];
  report.enterContent('', () => {
    const rest = text.replaceAll(/\{\{|\}\}|\{([^{}]*)\}/g, (_, name: string | undefined) => {
      if (name === undefined) return '';
      if (!key.test(name)) {
        report.refuseAt('text', `The key '${shown(name)}' enclosed in '{}' ${mismatch}`);
      } else if (!Object.hasOwn(names, name)) {
        report.refuseAt('text', `The key '${name}' is not specified in the substitution.`);
      } else used.push(name);
      return '';
    });
    if (/[{}]/.test(rest)) report.refuseAt('text', "'{' and '}' must be paired.");
  });
  const count = (type: string): number =>
    used.filter((name) => isObject(names[name]) && names[name].type === type).length;
  const { textV2Emojis, textV2Mentions } = limits;
  for (const [type, { min, max }] of [
    ['emoji', textV2Emojis],
    ['mention', textV2Mentions],
  ] as const) {
    if (count(type) > max) report.refuseAt('substitution', `Size must be between ${min} and ${max}`);
  }
});

/** A text with named gaps for emoji and mentions. */
export const textMessageV2: Check = both(
  fieldsOf<messagingApi.TextMessageV2>({
    ...ofEveryMessage,
    text: must(words(limits.textV2)),
    substitution: may(substitution),
    quoteToken: may(someWords),
  }),
  bracesNameKeys,
);
