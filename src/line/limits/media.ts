import type { messagingApi } from '@line/bot-sdk';
import { ofEveryMessage } from './quick-reply';
import type { Check } from './report';
import { countFrom, fieldsOf, may, must, numberIn, someWords, UNSPECIFIED, words } from './shape';
import { limits } from './table';
import { secureUrl } from './uri';

const url = must(secureUrl(limits.mediaUrl));

/** A sticker of LINE's own. */
export const stickerMessage: Check = fieldsOf<messagingApi.StickerMessage>({
  ...ofEveryMessage,
  packageId: must(someWords),
  stickerId: must(someWords),
  quoteToken: may(someWords),
});

/** A picture. */
export const imageMessage: Check = fieldsOf<messagingApi.ImageMessage>({
  ...ofEveryMessage,
  originalContentUrl: url,
  previewImageUrl: url,
});

/** A video; with a tracking id LINE says when it was seen to its end. */
export const videoMessage: Check = fieldsOf<messagingApi.VideoMessage>({
  ...ofEveryMessage,
  originalContentUrl: url,
  previewImageUrl: url,
  trackingId: may(words(limits.trackingId, /^[a-zA-Z0-9\-.=,+*()%$&;:@{}!?<>[\]]+$/)),
});

/** A sound of so many milliseconds. */
export const audioMessage: Check = fieldsOf<messagingApi.AudioMessage>({
  ...ofEveryMessage,
  originalContentUrl: url,
  duration: must(countFrom(1), UNSPECIFIED),
});

/** A point on the map. Sending needs all four parts, though receiving may lack two of them. */
export const locationMessage: Check = fieldsOf<messagingApi.LocationMessage>({
  ...ofEveryMessage,
  title: must(words(limits.locationTitle)),
  address: must(words(limits.locationAddress)),
  latitude: must(numberIn(limits.latitude), UNSPECIFIED),
  longitude: must(numberIn(limits.longitude), UNSPECIFIED),
});

/** A coupon made before. */
export const couponMessage: Check = fieldsOf<messagingApi.CouponMessage>({
  ...ofEveryMessage,
  couponId: must(someWords),
  deliveryTag: may(words(limits.couponDeliveryTag, /^[A-Za-z0-9_]+$/)),
});
