import { describe, expect, it } from 'vitest';
import { report, score, share } from './scoring';

const unseen = score('unseen');

describe('what nothing was trained on', () => {
  it('is understood nearly always, and never does harm', () => {
    expect(share(unseen, ({ isFair }) => isFair)).toBeGreaterThanOrEqual(0.97);
    expect(share(unseen, ({ wrongSlots }) => wrongSlots.length === 0)).toBeGreaterThanOrEqual(0.97);
    expect(unseen.filter(({ isHarm }) => isHarm).map(({ one }) => one.text)).toEqual([]);
  });

  it('is seen to be danger in nearly every form it takes, and seldom where there is none', () => {
    console.log(report('unseen', unseen));
    const dangers = unseen.filter(({ one }) => one.intent === 'emergency');
    const others = unseen.filter(({ one }) => one.intent !== 'emergency');
    expect(share(dangers, ({ isRight }) => isRight)).toBeGreaterThanOrEqual(0.9);
    expect(share(others, ({ got, isFair }) => got.intent !== 'emergency' || isFair)).toBeGreaterThanOrEqual(
      0.8,
    );
  });
});
