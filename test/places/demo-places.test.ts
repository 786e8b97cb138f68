import { describe, expect, it } from 'vitest';
import { tokorozawa as city } from '../../src/city/tokorozawa';
import { demoPlaces } from '../../src/city/tokorozawa/demo-places';
import { tokyoDate, tokyoInstant } from '../../src/core/calendar';
import { isInside, metresBetween } from '../../src/core/geo';
import { placeOfEntry } from '../../src/core/place-entry';
import { cancelledBetween, datesKnown, nextOccurrence, readSchedule } from '../../src/core/schedule';
import { buildPlaceIndex, findPlaces, originAt } from '../../src/core/search';

const placesAt = (now: number) =>
  demoPlaces.map((entry, index) => placeOfEntry(entry, { number: index + 1, set: 'demo' }, city, now));

const places = placesAt(tokyoInstant('2026-11-25', '09:00'));

describe('the demo gatherings', () => {
  it('are enough to try the guide with, in each of the 14 areas, and every one says that it is a sample', () => {
    expect(places.length).toBeGreaterThanOrEqual(100);
    const perSphere = city.spheres.map(
      ({ name }) => places.filter(({ sphere, status }) => sphere === name && status === 'active').length,
    );
    expect(perSphere).toHaveLength(14);
    expect(Math.min(...perSphere)).toBeGreaterThanOrEqual(7);
    expect(places.filter(({ name }) => !name.includes('見本'))).toEqual([]);
    expect(new Set(places.map(({ name }) => name)).size).toBe(places.length);
  });

  it('lie in real towns, in the right district, a short way from the middle of the town', () => {
    for (const place of places) {
      const town = city.towns.find(({ name }) => name === place.town);
      expect(town?.at, place.name).toBeDefined();
      expect([town?.district, town?.otherDistrict], place.name).toContain(place.district);
      expect(place.at && isInside(city.bounds, place.at), place.name).toBe(true);
      if (place.at && town?.at) expect(metresBetween(place.at, town.at), place.name).toBeLessThan(230);
    }
    const spots = places
      .filter(({ isApproximate }) => !isApproximate)
      .map(({ at }) => `${at?.lat} ${at?.lng}`);
    expect(new Set(spots).size).toBe(spots.length);
  });

  it('do what elders in the city do, by the names that understanding gives', () => {
    const known = new Set(city.activities.map(({ name }) => name));
    expect(places.flatMap(({ activities }) => activities).filter((name) => !known.has(name))).toEqual([]);
    const held = new Set(places.flatMap(({ activities }) => activities));
    for (const name of [
      'お達者倶楽部',
      'トコろん元気百歳体操',
      'お茶',
      '麻雀',
      '歌',
      '囲碁',
      '将棋',
      '散歩',
      '手芸',
      '料理',
      '認知症カフェ',
      'スマホ',
    ]) {
      expect([...held]).toContain(name);
    }
  });

  it('are written in words of which none is lost', () => {
    const unread = demoPlaces.flatMap(({ name, when }) => {
      if (when === undefined) return [];
      const read = readSchedule(when, '2026-11-25');
      return read === undefined ? [name] : read.unread.map((piece) => `${name}: ${piece}`);
    });
    expect(unread).toEqual([]);
  });

  it('have a real next date, whatever the day, save for the few that are held on no regular day', () => {
    for (const today of ['2026-11-25', '2027-01-04', '2027-08-01', '2028-02-29']) {
      const later = placesAt(tokyoInstant(today, '09:00'));
      const undated = later.filter(({ schedule }) => datesKnown(schedule) === 'none');
      expect(undated).toHaveLength(3);
      for (const { name, schedule } of later) {
        if (datesKnown(schedule) === 'all') {
          const next = nextOccurrence(schedule, today);
          expect(next && next.date >= today, `${name} after ${today}`).toBe(true);
        }
      }
    }
  });

  it('show what goes wrong in life: days called off, moved, added, pauses, a beginning and an end', () => {
    const today = '2026-11-25';
    const kinds = places.flatMap(({ schedule }) => (schedule.exceptions ?? []).map(({ kind }) => kind));
    expect(new Set(kinds)).toEqual(new Set(['off', 'moved', 'extra']));
    expect(places.some(({ schedule }) => schedule.pauses !== undefined)).toBe(true);
    expect(places.some(({ schedule }) => schedule.start !== undefined)).toBe(true);
    expect(places.some(({ schedule }) => schedule.end !== undefined)).toBe(true);
    expect(places.some(({ schedule }) => cancelledBetween(schedule, today, '2026-12-31').length > 0)).toBe(
      true,
    );
    expect(new Set(places.map(({ status }) => status))).toEqual(new Set(['active', 'paused', 'ended']));
    expect(new Set(places.map(({ fee }) => fee.kind))).toEqual(new Set(['unknown', 'free', 'yen']));
    expect(places.some(({ isApproximate }) => isApproximate)).toBe(true);
  });

  it('are near enough to be found from most towns, and far from one, so that both can be tried', () => {
    const index = buildPlaceIndex({ revision: 1, places }, city.activities);
    const finding = (name: string) => {
      const at = city.towns.find((town) => town.name === name)?.at;
      if (at === undefined) throw new Error(`${name} has no centre`);
      return findPlaces(index, { origin: originAt(city, at, 'town'), today: '2026-11-25', now: '10:00' });
    };
    const placed = city.towns.filter(({ at }) => at !== undefined).map(({ name }) => name);
    expect(placed.filter((name) => finding(name).isAnyNear).length).toBeGreaterThan(placed.length * 0.6);
    expect(finding('東所沢3丁目').hits.length).toBeGreaterThanOrEqual(3);
    expect(finding('勝楽寺')).toMatchObject({ isAnyNear: false });
    expect(finding('勝楽寺').hits[0]?.minutes).toBeGreaterThan(10);
  });

  it('give no number but those the city confirmed', () => {
    const confirmed = new Set([
      city.desk.phone,
      ...[...city.districts, ...city.spheres].flatMap(({ office }) => office.phone ?? []),
    ]);
    expect(places.flatMap(({ phone }) => phone ?? []).filter((phone) => !confirmed.has(phone))).toEqual([]);
  });

  it('were all looked at before the day they are shown', () => {
    const now = tokyoInstant('2026-11-25', '09:00');
    for (const { checkedAt } of places)
      expect(checkedAt === undefined || tokyoDate(checkedAt) < tokyoDate(now)).toBe(true);
  });
});
