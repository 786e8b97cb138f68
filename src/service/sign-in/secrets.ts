import { isoBase64URL } from '@simplewebauthn/server/helpers';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A new token nobody can guess: 256 bits, base64url. */
export const newToken = (): string => isoBase64URL.fromBuffer(crypto.getRandomValues(new Uint8Array(32)));

/** What is stored of a token: who reads the database cannot use what she finds there. */
export const digestOf = async (token: string): Promise<string> =>
  isoBase64URL.fromBuffer(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(token))));

const keyMaterial = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey', 'deriveBits']);

const terms = (purpose: string): HkdfParams => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(),
  info: encoder.encode(purpose),
});

/** Bytes that follow from the secret and a purpose, and tell nothing of either. */
export const derivedBytes = async (secret: string, purpose: string, length: number): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.deriveBits(terms(purpose), await keyMaterial(secret), length * 8));

/** A short proof that a form was made by us for this session. */
export const formToken = async (secret: string, sessionId: string): Promise<string> =>
  isoBase64URL.fromBuffer(new Uint8Array(await derivedBytes(secret, `form:${sessionId}`, 18)));

const cipherKey = async (secret: string): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(
    terms('authenticator'),
    await keyMaterial(secret),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );

/** Encrypts a text for the database; bound to its owner, so that it cannot be moved to somebody else's row. */
export const sealed = async (secret: string, owner: string, text: string): Promise<string> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = encoder.encode(owner);
  const bytes = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    await cipherKey(secret),
    encoder.encode(text),
  );
  return `${isoBase64URL.fromBuffer(iv)}.${isoBase64URL.fromBuffer(new Uint8Array(bytes))}`;
};

/** Opens what {@link sealed} closed. Throws where the secret or the owner is another. */
export const opened = async (secret: string, owner: string, text: string): Promise<string> => {
  const [iv = '', bytes = ''] = text.split('.');
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: isoBase64URL.toBuffer(iv), additionalData: encoder.encode(owner) },
    await cipherKey(secret),
    isoBase64URL.toBuffer(bytes),
  );
  return decoder.decode(plain);
};
