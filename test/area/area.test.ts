import { describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import { readArea } from '../../src/core/area';

const read = (area: string) => readArea(tokorozawa, area, { station: '駅', district: '地区' });

describe('where a name lies', () => {
  it('is the town itself for a numbered part', () => {
    expect(read('東所沢3丁目')).toMatchObject({ found: { kind: 'town', label: '東所沢3丁目' } });
  });

  it('is asked about where a town has far-flung parts, with its middle for who does not know', () => {
    const reading = read('並木');
    expect(reading).toMatchObject({ base: '並木', middle: { label: '並木' } });
    expect('parts' in reading && reading.parts.length).toBeGreaterThan(3);
  });

  it('is asked about where a station and a town share the name', () => {
    expect(read('西所沢')).toMatchObject({ several: [{ label: '西所沢駅' }, { label: '西所沢' }] });
  });

  it('is found for every town, station, landmark, district, sphere and postcode of the city', () => {
    const names = [
      ...tokorozawa.towns.map(({ name }) => name),
      ...tokorozawa.towns.map(({ base }) => base),
      ...tokorozawa.stations.map(({ name }) => `${name}駅`),
      ...tokorozawa.landmarks.map(({ name }) => name),
      ...tokorozawa.districts.map(({ name }) => name),
      ...tokorozawa.spheres.map(({ name }) => name),
      ...Object.keys(tokorozawa.postcodes).map((code) => `${code.slice(0, 3)}-${code.slice(3)}`),
    ];
    expect(names.filter((name) => 'unknown' in read(name))).toEqual([]);
  });

  it('is said to be unknown for a name that nobody has', () => {
    expect(read('ぬぬぬ')).toEqual({ unknown: true, name: 'ぬぬぬ' });
  });
});
