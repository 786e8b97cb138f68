import { describe, expect, it } from 'vitest';
import { signatureCheck } from '../../src/line/signature';

const bytes = (words: string): ArrayBuffer => new TextEncoder().encode(words).buffer as ArrayBuffer;

// LINE's own example, https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/
const golden = {
  secret: '8c570fa6dd201bb328f1c1eac23a96d8',
  body: '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}',
  signature: 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=',
};

describe('the signature of a webhook', () => {
  it('of LINE’s own example is accepted', async () => {
    expect(await signatureCheck(golden.secret)(bytes(golden.body), golden.signature)).toBe(true);
  });

  it('is refused for another body, even one that means the same', async () => {
    const spaced = golden.body.replace(':[', ': [');
    expect(await signatureCheck(golden.secret)(bytes(spaced), golden.signature)).toBe(false);
  });

  it.each([
    ['is missing', undefined],
    ['is empty', ''],
    ['is not base64', '%%%'],
    ['is too short', golden.signature.slice(4)],
    ['is of another secret', 'AhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs='],
  ])('is refused when it %s', async (_, signature) => {
    expect(await signatureCheck(golden.secret)(bytes(golden.body), signature)).toBe(false);
  });

  it('covers Japanese and emoji by their bytes', async () => {
    const key = await crypto.subtle.importKey('raw', bytes('s'), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ]);
    const body = '{"text":"体操🍎\\n"}';
    const signed = await crypto.subtle.sign('HMAC', key, bytes(body));
    expect(await signatureCheck('s')(bytes(body), Buffer.from(signed).toString('base64'))).toBe(true);
  });
});
