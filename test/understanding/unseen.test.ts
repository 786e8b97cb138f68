import { describe, expect, it } from 'vitest';
import { report, score, share } from './scoring';

const unseen = score('unseen');

describe('danger that nothing was trained on', () => {
  it('is seen in nearly every form it takes, and seldom where there is none', () => {
    console.log(report('unseen', unseen));
    const dangers = unseen.filter(({ one }) => one.intent === 'emergency');
    const others = unseen.filter(({ one }) => one.intent !== 'emergency');
    expect(share(dangers, ({ isRight }) => isRight)).toBeGreaterThanOrEqual(0.9);
    expect(share(others, ({ got, isFair }) => got.intent !== 'emergency' || isFair)).toBeGreaterThanOrEqual(
      0.8,
    );
  });
});
