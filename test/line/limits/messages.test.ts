import { describe, expect, it } from 'vitest';
import { checkMessages } from '../../../src/line/limits';

const properties = (message: unknown) => checkMessages([message]).map(({ property }) => property);

describe('the check of messages', () => {
  it('lets a plain text of 5000 characters pass and names the text of 5001', () => {
    expect(checkMessages([{ type: 'text', text: 'あ'.repeat(5000) }])).toEqual([]);
    expect(checkMessages([{ type: 'text', text: 'あ'.repeat(5001) }])).toEqual([
      { message: 'Length must be between 0 and 5000', property: 'messages[0].text', stage: 'value' },
    ]);
  });

  it('points at the very component of a Flex Message', () => {
    const message = {
      type: 'flex',
      altText: 'a',
      contents: {
        type: 'bubble',
        footer: {
          type: 'box',
          layout: 'vertical',
          contents: [
            { type: 'text', text: 'a' },
            { type: 'text', text: '' },
          ],
        },
      },
    };
    expect(checkMessages([{ type: 'text', text: 'a' }, message])).toEqual([
      {
        message: 'must be non-empty text',
        property: '/footer/contents/1/text',
        stage: 'content',
        messageIndex: 1,
      },
    ]);
  });

  it('refuses a kind of message nobody knows', () => {
    expect(properties({ type: 'nonsense' })).toEqual(['messages[0].type']);
  });
});
