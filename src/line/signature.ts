/**
 * Tells whether LINE signed these very bytes with our channel secret. `crypto.subtle.verify` compares in constant
 * time. A signature that is missing or is not base64 is wrong.
 */
export const isSigned = async (
  body: ArrayBuffer,
  secret: string,
  signature: string | undefined,
): Promise<boolean> => {
  const given = signature === undefined ? undefined : fromBase64(signature);
  if (!given) return false;
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  );
  return crypto.subtle.verify('HMAC', key, given, body);
};

const fromBase64 = (words: string): Uint8Array<ArrayBuffer> | undefined => {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(words)) return undefined;
  return Uint8Array.from(atob(words), (byte) => byte.charCodeAt(0));
};
