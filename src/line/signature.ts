/** Tells whether LINE signed these very bytes. A signature that is missing or is not base64 is wrong. */
export type SignatureCheck = (body: ArrayBuffer, signature: string | undefined) => Promise<boolean>;

/**
 * The check for one channel secret. Importing the key costs more than using it, so it is done once.
 * `crypto.subtle.verify` compares in constant time.
 */
export const signatureCheck = (secret: string): SignatureCheck => {
  const key = crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  );
  return async (body, signature) => {
    const given = signature === undefined ? undefined : fromBase64(signature);
    return given !== undefined && crypto.subtle.verify('HMAC', await key, given, body);
  };
};

const fromBase64 = (words: string): Uint8Array<ArrayBuffer> | undefined => {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(words)) return undefined;
  return Uint8Array.from(atob(words), (byte) => byte.charCodeAt(0));
};
