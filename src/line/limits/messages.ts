import type { messagingApi } from '@line/bot-sdk';
import { flexMessage } from './flex/message';
import { imagemapMessage } from './imagemap';
import {
  audioMessage,
  couponMessage,
  imageMessage,
  locationMessage,
  stickerMessage,
  videoMessage,
} from './media';
import type { Check } from './report';
import { byType, listOf } from './shape';
import { limits } from './table';
import { templateMessage } from './template';
import { textMessage, textMessageV2 } from './text';

/** One message of any kind. */
const message = byType<messagingApi.Message['type']>({
  text: textMessage,
  textV2: textMessageV2,
  sticker: stickerMessage,
  image: imageMessage,
  video: videoMessage,
  audio: audioMessage,
  location: locationMessage,
  coupon: couponMessage,
  imagemap: imagemapMessage,
  template: templateMessage,
  flex: flexMessage,
});

/** The messages of one request. */
export const messageList: Check = listOf(limits.messages, message);
