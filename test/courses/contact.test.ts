import { describe, expect, it } from 'vitest';
import { readContact } from '../../src/core/course/contact';

const phoneOf = (phone: string) => readContact({ name: '所沢 花子', phone });

describe('a phone number as elders write it', () => {
  it.each([
    ['04-2998-9120', '0429989120'],
    ['０４－２９９８－９１２０', '0429989120'],
    ['04ー2998ー9120', '0429989120'],
    ['(04)2998-9120', '0429989120'],
    ['04 2998 9120', '0429989120'],
    ['090-1234-5678', '09012345678'],
    ['+81 90 1234 5678', '09012345678'],
  ])('%s is understood', (typed, phone) => {
    expect(phoneOf(typed)).toEqual({ contact: { name: '所沢 花子', phone } });
  });

  it.each([
    ['', 'missing'],
    ['2998-9120', 'noAreaCode'],
    ['04-2998-912', 'notPhone'],
    ['あとで', 'notPhone'],
    ['110', 'notPhone'],
    ['090-1234-567', 'notPhone'],
  ])('%s is asked about kindly', (typed, problem) => {
    expect(phoneOf(typed)).toEqual({ problems: { phone: problem } });
  });
});

describe('a name', () => {
  it('is taken as it is, without doubled or wide spaces', () => {
    expect(readContact({ name: '　所沢　　花子 ', phone: '0429989120' })).toMatchObject({
      contact: { name: '所沢 花子' },
    });
  });

  it('is asked for if it is missing, together with whatever else is', () => {
    expect(readContact({ name: ' ', phone: '' })).toEqual({
      problems: { name: 'missing', phone: 'missing' },
    });
    expect(readContact({ name: 'あ'.repeat(41), phone: '0429989120' })).toEqual({
      problems: { name: 'tooLong' },
    });
  });
});
