import type { messagingApi } from '@line/bot-sdk';
import { byType, fieldsOf, like, may, must, UNSPECIFIED } from '../shape';
import { color } from './looks';

/** Turned by less than a full circle. */
const angle = like(/^(?:\d|[1-9]\d|[12]\d\d|3[0-5]\d)(?:\.\d+)?deg$/);
const position = like(/^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%$/);

/** What is painted behind a box. */
export const background = byType<messagingApi.FlexBoxBackground['type']>({
  linearGradient: fieldsOf<messagingApi.FlexBoxLinearGradient>({
    angle: must(angle, UNSPECIFIED),
    startColor: must(color.check, UNSPECIFIED),
    endColor: must(color.check, UNSPECIFIED),
    centerColor: may(color.check),
    centerPosition: may(position),
  }),
});
