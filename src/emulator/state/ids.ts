/** LINE's shapes of ids. */
export const isUserId = (value: unknown): value is string =>
  typeof value === 'string' && /^U[0-9a-f]{32}$/.test(value);
export const isGroupId = (value: unknown): value is string =>
  typeof value === 'string' && /^C[0-9a-f]{32}$/.test(value);
export const isRoomId = (value: unknown): value is string =>
  typeof value === 'string' && /^R[0-9a-f]{32}$/.test(value);

/** Counts message ids up: strings of 18 digits, like LINE's. */
export class MessageIds {
  last = 0;

  next(): string {
    this.last += 1;
    return `5${String(this.last).padStart(17, '0')}`;
  }
}
