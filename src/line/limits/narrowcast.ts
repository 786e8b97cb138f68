import type { messagingApi } from '@line/bot-sdk';
import type { Check, Report } from './report';
import {
  both,
  byType,
  countFrom,
  fieldsOf,
  flag,
  isGiven,
  isObject,
  like,
  listOf,
  may,
  must,
  someWords,
  UNSPECIFIED,
  whole,
} from './shape';
import { type Limit, limits } from './table';

/** How many levels of `and`, `or` and `not` are looked at; our own bound, LINE names none. */
const DEEPEST = 50;
const someOf: Limit = { min: 1, max: 1000, unit: 'items', source: 'ref#send-narrowcast-message' };

/** An operator joins others in exactly one way. */
const joins = whole((operator, report) => {
  const given = ['and', 'or', 'not'].filter((key) => isGiven(operator[key]));
  if (given.length !== 1) report.refuse('only one of and, or, not must be specified');
});

const recipient: Check = (value, report) => anyRecipient(value, report);

const anyRecipient = byType<messagingApi.Recipient['type']>({
  audience: fieldsOf<messagingApi.AudienceRecipient>({ audienceGroupId: must(countFrom(1), UNSPECIFIED) }),
  redelivery: fieldsOf<messagingApi.RedeliveryRecipient>({ requestId: must(someWords) }),
  operator: both(
    fieldsOf<messagingApi.OperatorRecipient>({
      and: may(listOf(someOf, recipient)),
      or: may(listOf(someOf, recipient)),
      not: may(recipient),
    }),
    joins,
  ),
});

const filter: Check = (value, report) => anyFilter(value, report);
const among = (pattern: RegExp) => must(listOf(someOf, like(pattern)), UNSPECIFIED);

/** From, up to, or both. */
const bounded = whole(({ gte, lt }, report) => {
  if (!isGiven(gte) && !isGiven(lt)) report.refuse('gte or lt must be specified');
});
const age = may(like(/^age_(?:15|20|25|30|35|40|45|50|55|60|65|70)$/));
const period = may(like(/^day_(?:7|30|90|180|365)$/));

const anyFilter = byType<messagingApi.DemographicFilter['type']>({
  gender: fieldsOf<messagingApi.GenderDemographicFilter>({ oneOf: among(/^(?:male|female)$/) }),
  age: both(fieldsOf<messagingApi.AgeDemographicFilter>({ gte: age, lt: age }), bounded),
  appType: fieldsOf<messagingApi.AppTypeDemographicFilter>({ oneOf: among(/^(?:ios|android)$/) }),
  area: fieldsOf<messagingApi.AreaDemographicFilter>({ oneOf: among(/^(?:jp|tw|th|id)_\d{2}$/) }),
  subscriptionPeriod: both(
    fieldsOf<messagingApi.SubscriptionPeriodDemographicFilter>({ gte: period, lt: period }),
    bounded,
  ),
  operator: both(
    fieldsOf<messagingApi.OperatorDemographicFilter>({
      and: may(listOf(someOf, filter)),
      or: may(listOf(someOf, filter)),
      not: may(filter),
    }),
    joins,
  ),
});

const leaves = (value: unknown, depth = 0): number => {
  if (!isObject(value) || depth > DEEPEST) return 0;
  if (value.type !== 'operator') return 1;
  const inside = [value.and, value.or, value.not].flat();
  return inside.reduce<number>((sum, part) => sum + leaves(part, depth + 1), 0);
};

const atMost =
  ({ min, max }: Limit): Check =>
  (value: unknown, report: Report) => {
    if (leaves(value) > max) report.refuse(`Size must be between ${min} and ${max}`);
  };

/** Whom a narrowcast is for. */
export const recipients: Check = both(recipient, atMost(limits.narrowcastRecipients));

/** By which of their attributes they are narrowed down. */
export const filters: Check = fieldsOf<messagingApi.Filter>({
  demographic: may(both(filter, atMost(limits.narrowcastFilters))),
});

/** How many it may reach. */
export const reach: Check = fieldsOf<messagingApi.Limit>({
  max: may(countFrom(1)),
  upToRemainingQuota: may(flag),
  forbidPartialDelivery: may(flag),
});
