import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { definitionOf, labelOf } from '../../rich-menus/definition';
import { boxesOf, type Menu, size } from '../../rich-menus/menu';
import { menus } from '../../rich-menus/menus';
import { moves } from '../../rich-menus/moves';
import { colours } from '../../rich-menus/picture/colours';
import { LETTERS, svgOf } from '../../rich-menus/picture/svg';
import { tokorozawa } from '../../src/city/tokorozawa';
import { wantedMenus } from '../../src/cli/rich-menus/wanted';
import { converse, type Decision } from '../../src/core/dialogue/converse';
import { dialogueOf } from '../../src/core/dialogue/registry';
import { fresh } from '../../src/core/dialogue/state';
import { isSteer, STEER } from '../../src/core/dialogue/steer';
import { wording as steering } from '../../src/core/dialogue/wording';
import type { PersonEvent } from '../../src/core/event';
import type { Move } from '../../src/core/move';
import type { Intent } from '../../src/core/understanding';
import { createUnderstanding } from '../../src/core/understanding';
import { registry } from '../../src/dialogues/registry';
import { encode } from '../../src/line/encode/encode';
import { checkMessages } from '../../src/line/limits';
import { decodeMove, encodeMove } from '../../src/line/postback';
import { contextAt } from '../support/context';
import { root, withoutComments } from '../support/sources';

const understanding = createUnderstanding(tokorozawa);
const elder = contextAt();
const supporter = {
  ...elder,
  notices: { ...elder.notices, scopes: [{ kind: 'course', target: 'course-1' }] as const },
};

const turn = (event: PersonEvent, context = elder): Decision =>
  converse(registry, fresh(context.now), event, context, (words, asked) =>
    understanding.understand(words, { now: context.now, asked }),
  );

const moveOf = ({ tap }: Menu['areas'][number]): Move | undefined =>
  tap.do === 'choose' ? tap.move : tap.do === 'turnTo' ? tap.otherwise : undefined;

/** What someone without a menu, on a computer, wants in words. */
const byWords: Readonly<Record<keyof typeof moves, Intent>> = {
  findPlace: 'find_place',
  today: 'find_event',
  classes: 'find_class',
  bookings: 'my_bookings',
  notices: 'notice_settings',
  lastNotices: 'notice_last',
  volunteer: 'volunteer',
  usage: 'usage',
  human: 'human',
  start: 'restart',
  tell: 'supporter',
  standIn: 'supporter',
  supporter: 'supporter',
};

const areas = menus.flatMap((menu) => menu.areas.map((area) => ({ menu, area, move: moveOf(area) })));
const asked = areas.flatMap(({ menu, area, move }) => (move ? [{ menu, area, move }] : []));

/** Whether a registered dialogue has this step and does something at this choice. */
const isReal = (move: Move): boolean => {
  if (move.dialogue === STEER) return isSteer(move.choice);
  const dialogue = dialogueOf(registry, move.dialogue);
  return (
    dialogue !== undefined &&
    dialogue.version === move.version &&
    dialogue.choose(
      move.step,
      { choice: move.choice, args: move.args ?? {} },
      undefined,
      move.version,
      elder,
    ) !== undefined
  );
};

describe('a button of a rich menu', () => {
  it.each(asked.map((one) => [`${one.menu.alias} ${labelOf(one.area)}`, one] as const))(
    '%s reaches a real step and is answered sensibly, to elders and to supporters',
    (_, { move }) => {
      expect(decodeMove(encodeMove(move))).toEqual(move);
      expect(isReal(move)).toBe(true);
      for (const context of [elder, supporter]) {
        const { answer } = turn({ type: 'chose', move }, context);
        expect(answer.messages.length).toBeGreaterThan(0);
        expect(JSON.stringify(answer)).not.toContain(steering.oldButton);
        expect(checkMessages(encode(answer))).toEqual([]);
      }
    },
  );

  it('that leads to a step which is not there would be seen', () => {
    expect(isReal({ dialogue: 'find-place', version: 1, step: 'askOrigin', choice: 'gone' })).toBe(false);
    expect(isReal({ dialogue: 'find-place', version: 1, step: 'gone', choice: 'begin' })).toBe(false);
    expect(isReal({ dialogue: 'gone', version: 1, step: 'gone', choice: 'gone' })).toBe(false);
  });

  it.each(Object.entries(moves))('is never the only way: %s is also had by words', (name, move) => {
    const intent = byWords[name as keyof typeof moves];
    const understood = { intent, slots: {}, confidence: 1, why: [] };
    const typed = converse(
      registry,
      fresh(supporter.now),
      { type: 'said', text: 'x' },
      supporter,
      () => understood,
    );
    const tapped = turn({ type: 'chose', move }, supporter);
    expect(typed.answer.messages.length).toBeGreaterThan(0);
    expect(typed.state.at?.dialogue).toBe(tapped.state.at?.dialogue);
  });

  it('has a label that a screen reader speaks, as long as LINE allows', () => {
    for (const menu of menus) {
      for (const { action } of definitionOf(menu).areas ?? []) {
        expect([...(action?.label ?? '')].length).toBeGreaterThan(0);
        expect([...(action?.label ?? '')].length).toBeLessThanOrEqual(20);
      }
    }
  });

  it('turns to a page that there is, and from there back', () => {
    const turns = areas.flatMap(({ menu, area: { tap } }) =>
      tap.do === 'turnTo' ? [[menu.alias, tap.page]] : [],
    );
    expect(turns).toEqual([
      ['elder-main', 'elder-more'],
      ['elder-more', 'elder-main'],
    ]);
  });
});

describe('the pictures of rich menus', () => {
  it('are taken by LINE, at the size the menu names', async () => {
    // `wantedMenus` asks the limits check, which is the emulator’s too, and throws at what LINE would refuse.
    const wanted = await wantedMenus();
    expect(wanted.map(({ alias }) => alias)).toEqual(menus.map(({ alias }) => alias));
    for (const { png, request } of wanted) {
      expect(png.length).toBeLessThan(1_000_000);
      const view = new DataView(png.buffer);
      expect([view.getUint32(16), view.getUint32(20)]).toEqual([request.size?.width, request.size?.height]);
    }
  });

  it('are covered by their areas without a gap and without an overlap', () => {
    for (const menu of menus) {
      const covered = boxesOf(menu).reduce((sum, { width, height }) => sum + width * height, 0);
      const top = Math.min(...boxesOf(menu).map(({ y }) => y));
      expect(covered).toBe(size.width * (size.height - top));
    }
  });

  it('show letters and signs at 6:1 or more', () => {
    const pairs = Object.values(colours).flatMap(({ plain, main, band }) => [
      [plain.letters, plain.ground],
      [plain.sign, plain.disc],
      [main.letters, main.ground],
      [main.sign, main.disc],
      [band.letters, band.ground],
    ]);
    const weak = pairs.filter(([one = '', other = '']) => contrast(one, other) < 6);
    expect(weak).toEqual([]);
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
    expect(contrast('#ffffff', '#777777')).toBeLessThan(6);
  });

  it('hold lettering of at least 4 mm on a phone, with no line wider than its button', () => {
    const millimetres = (LETTERS / size.width) * 68;
    expect(millimetres).toBeGreaterThan(4);
    for (const { area } of areas) {
      for (const line of area.words.split('\n'))
        expect([...line].length * LETTERS).toBeLessThan(size.width / 3 - 40);
    }
  });

  it('say what the labels say', () => {
    for (const menu of menus) {
      const drawn = [...svgOf(menu).matchAll(/>([^<>\n]+)<\/text>/g)].map(([, words]) => words).join('');
      for (const area of menu.areas) expect(drawn).toContain(labelOf(area));
    }
  });
});

describe('the words of rich menus', () => {
  it('stand in wording.ts alone', () => {
    const folder = join(root, 'rich-menus');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    expect(files.length).toBeGreaterThan(8);
    const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
    const strays = files.filter(
      (file) =>
        file !== 'wording.ts' && japanese.test(withoutComments(readFileSync(join(folder, file), 'utf8'))),
    );
    expect(strays).toEqual([]);
  });
});

/** WCAG 2’s contrast of two colours, 1 to 21. */
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
