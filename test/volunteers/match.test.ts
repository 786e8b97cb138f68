import { describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import type { Place } from '../../src/core/place';
import { unknownAccess } from '../../src/core/place';
import type { Rule } from '../../src/core/schedule';
import { buildPlaceIndex } from '../../src/core/search';
import { matchPlaces, weights } from '../../src/core/volunteer/match';
import { mayMove, type Offer, type VolunteerState } from '../../src/core/volunteer/volunteer';

const HOME = { lat: 35.8, lng: 139.5 };
const TUESDAY: Rule = { kind: 'weekly', weekdays: [2], holidays: 'held' };

const place = (id: string, north: number, change: Partial<Place> = {}): Place => ({
  id,
  name: id,
  activities: ['体操'],
  at: { lat: HOME.lat + north, lng: HOME.lng },
  isApproximate: false,
  schedule: { rules: [TUESDAY] },
  fee: { kind: 'free' },
  access: unknownAccess,
  booking: 'no',
  status: 'active',
  source: { set: 'test', key: id },
  ...change,
});

const index = (places: readonly Place[]) => buildPlaceIndex({ revision: 1, places }, tokorozawa.activities);

const offer: Offer = {
  ways: ['desk'],
  area: { label: 'ここ', at: HOME, isCentre: false },
  weekdays: [2],
  likes: ['体操'],
};

const found = (places: readonly Place[], change: Partial<Offer> = {}) =>
  matchPlaces(index(places), { ...offer, ...change }, '2026-11-24', 5);

describe('someone who offers to help', () => {
  it('is told how far it is, on which of her days, and what of her liking is done there', () => {
    const [first] = found([place('near', 0.003)]);
    expect(first).toMatchObject({ minutes: 8, weekday: 2, activity: '体操' });
    expect(first?.score).toBe(weights.place + weights.date + weights.field);
  });

  it('sees a near place before one on her day, and one on her day before one of her liking', () => {
    const near = place('near', 0.001, { schedule: { rules: [] }, activities: ['お茶'] });
    const onHerDay = place('day', 0.0123, { activities: ['お茶'] });
    const ofHerLiking = place('liking', 0.0123, { schedule: { rules: [] } });
    expect(found([ofHerLiking, onHerDay, near]).map(({ place: { id } }) => id)).toEqual([
      'near',
      'day',
      'liking',
    ]);
  });

  it('is never sent farther than half an hour on foot, nor to a place nobody can find', () => {
    const { at: _, ...nowhere } = place('nowhere', 0);
    expect(found([place('far', 0.02), nowhere])).toEqual([]);
  });

  it('who would go anywhere and any day is still shown what she likes first', () => {
    const { area: _, ...anywhere } = offer;
    const places = [place('a', 0.01, { activities: ['お茶'] }), place('b', 0.02)];
    const ids = matchPlaces(index(places), { ...anywhere, weekdays: [] }, '2026-11-24', 5).map(
      (one) => one.place.id,
    );
    expect(ids).toEqual(['b', 'a']);
  });
});

describe('the way from a wish to a place', () => {
  const states: readonly VolunteerState[] = ['wish', 'met', 'trained', 'active', 'paused', 'ended'];
  const forbidden = states.flatMap((from) =>
    states.filter((to) => !mayMove(from, to)).map((to) => `${from} → ${to}`),
  );

  it('has these turns that nobody can take', () => {
    expect(forbidden).toEqual([
      'wish → wish',
      'wish → active',
      'met → wish',
      'met → met',
      'trained → wish',
      'trained → trained',
      'active → wish',
      'active → met',
      'active → trained',
      'active → active',
      'paused → met',
      'paused → trained',
      'paused → paused',
      'ended → met',
      'ended → trained',
      'ended → active',
      'ended → paused',
      'ended → ended',
    ]);
  });
});
