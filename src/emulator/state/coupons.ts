import type { Fields } from '../json';

/** A coupon that people can be sent. */
export interface Coupon {
  readonly id: string;
  readonly asked: Fields;
  readonly at: number;
  isClosed: boolean;
}

/** How many coupons may be valid at once. */
export const COUPONS = 5_000;
