const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The one source of randomness: the same seed gives the same ids, tokens and faults. */
export class Chance {
  constructor(private seed: number) {}

  /** At least 0, less than 1 (mulberry32). */
  next(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** From where it would go on. */
  get state(): number {
    return this.seed;
  }

  set state(seed: number) {
    this.seed = seed;
  }

  private from(letters: string, length: number): string {
    let made = '';
    for (let i = 0; i < length; i += 1) made += letters[Math.floor(this.next() * letters.length)];
    return made;
  }

  /** Lower-case hexadecimal digits. */
  hex(length: number): string {
    let made = '';
    while (made.length < length) {
      made += Math.floor(this.next() * 4294967296)
        .toString(16)
        .padStart(8, '0');
    }
    return made.slice(0, length);
  }

  /** A version 4 UUID. */
  uuid(): string {
    const hex = this.hex(32);
    const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  /** A ULID of that time, ms since 1970. */
  ulid(at: number): string {
    let time = '';
    for (let rest = Math.max(0, Math.floor(at)), i = 0; i < 10; i += 1, rest = Math.floor(rest / 32)) {
      time = CROCKFORD[rest % 32] + time;
    }
    return time + this.from(CROCKFORD, 16);
  }

  /** An opaque token as LINE makes them. */
  token(length: number): string {
    return this.from(BASE64URL, length);
  }
}
