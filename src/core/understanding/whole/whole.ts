import type { Intent } from '../intents';
import { whole, wholeTail } from './wording';

const kinds = [
  'unclear',
  'yes',
  'no',
  'back',
  'restart',
  'menu',
  'greeting',
  'thanks',
  'later',
  'resume',
  'repeat',
  'confused',
  'survey',
] as const;
type Kind = (typeof kinds)[number];

const intentOf = (kind: Kind): Intent => (kind === 'unclear' ? 'unclear_yes_no' : kind);

const patterns = kinds.map(
  (kind) => [kind, new RegExp(`^(?:${whole[kind].join('|')})(?:${wholeTail})$`, 'u')] as const,
);

/** Longer messages are never only one of these. */
const LONGEST = 40;

/** What a message is that says only one thing: yes, back, thanks. `plain` is the whole of it as written, `kana` as it sounds. */
export const wholeIn = (plain: string, kana: string): Intent | undefined => {
  if (kana.length === 0 && /^[\s?!]*\?[\s?!]*$/.test(plain)) return 'confused';
  if (whole.yesSigns.test(plain)) return 'yes';
  if (whole.noSigns.test(plain)) return 'no';
  if (kana.length === 0 || kana.length > LONGEST) return undefined;
  const bare = kana.replace(whole.padding, '');
  for (const [kind, pattern] of patterns)
    if (pattern.test(kana) || (bare !== '' && bare !== kana && pattern.test(bare))) return intentOf(kind);
  return undefined;
};
