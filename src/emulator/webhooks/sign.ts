import { createHmac } from 'node:crypto';

/** LINE's signature of these very bytes. */
export const sign = (body: string, secret: string): string =>
  createHmac('sha256', secret).update(body, 'utf8').digest('base64');
