import type { Phone } from '../../src/emulator/phone/phone';
import type { TestBot } from './bot';

/** A story as it stands in a file: what it is about, and its lines. */
export interface Transcript {
  readonly title: string;
  readonly lines: readonly { readonly number: number; readonly mark: string; readonly words: string }[];
}

/** Reads a story; throws on a line that begins with none of the marks. */
export const readTranscript = (text: string): Transcript => {
  const lines = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const [, mark, words] = /^([#@+><!=]) (.*)$/.exec(line) ?? [];
    if (mark === undefined || words === undefined) throw new SyntaxError(`line ${index + 1}: ${line}`);
    return [{ number: index + 1, mark, words }];
  });
  const title = lines.find(({ mark }) => mark === '#')?.words ?? '';
  return { title, lines: lines.filter(({ mark }) => mark !== '#') };
};

/** The story did not go as it is written. */
export class WentOtherwise extends Error {
  override name = 'WentOtherwise';
}

const MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 24 * 60 };

/** Plays a story with one person; throws {@link WentOtherwise} at the first line that is not true. */
export const play = async (bot: TestBot, name: string, { lines }: Transcript): Promise<void> => {
  const her = bot.line.person(name, { friendship: 'friend' });
  let taps = 0;
  let readTo = 0;
  for (const { number, mark, words } of lines) {
    const fail = (why: string): never => {
      throw new WentOtherwise(
        `line ${number}: ${mark} ${words}\n${why}\nShe reads:\n${her.reads.join('\n')}`,
      );
    };
    switch (mark) {
      case '@':
        bot.setClock(Date.parse(`${words.replace(' ', 'T')}:00+09:00`));
        taps = 0;
        break;
      case '+': {
        const [, count, unit] = /^(\d+) (minute|hour|day)s?$/.exec(words) ?? [];
        bot.pass(Number(count) * (MINUTES[unit ?? ''] ?? fail('No such time.')) * 60_000);
        await bot.tick();
        break;
      }
      case '>':
        readTo = 0;
        if (isTap(words)) taps += 1;
        try {
          await act(her, words);
        } catch (error) {
          fail(error instanceof Error ? error.message : String(error));
        }
        await bot.settled();
        break;
      case '<': {
        const found = her.reads.slice(readTo).findIndex((line) => line.includes(words));
        if (found < 0) fail(readTo === 0 ? 'This is not said.' : 'This is not said after the line before.');
        readTo += found;
        break;
      }
      case '!':
        if (her.reads.some((line) => line.includes(words))) fail('This is said.');
        break;
      case '=':
        if (words === 'silence' ? her.answers.length > 0 : Number.parseInt(words, 10) !== taps) {
          fail(words === 'silence' ? 'Something is said.' : `${taps} taps.`);
        }
        break;
    }
  }
};

const isTap = (words: string): boolean => /^\[.*\]$|^\(location /.test(words);

const act = async (her: Phone, words: string): Promise<void> => {
  const [, label, picked] = /^\[(.*)\](?: (\d{4}-\d{2}-\d{2}))?$/.exec(words) ?? [];
  if (label !== undefined) return void (await her.tap(label, picked));
  const [, latitude, longitude] = /^\(location (\S+) (\S+)\)$/.exec(words) ?? [];
  if (latitude !== undefined) {
    return her.sendLocation({ latitude: Number(latitude), longitude: Number(longitude) });
  }
  switch (words) {
    case '(follow)':
      return her.follow();
    case '(block)':
      return her.block();
    case '(sticker)':
      return her.sendSticker();
    case '(photo)':
      return her.sendPhoto();
    case '(voice)':
      return her.sendVoice();
    case '(video)':
      return her.sendVideo();
    default:
      return her.say(words);
  }
};
