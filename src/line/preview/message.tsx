import type { messagingApi } from '@line/bot-sdk';
import { drawImagemap } from './areas';
import type { Drawing, Drawn } from './drawing';
import { drawContainer } from './flex/bubble';
import { drawLocation } from './location';
import { drawClip, drawPhoto, drawSound } from './media';
import { drawSticker } from './sticker';
import { drawTemplate } from './template';
import { drawTextMessage, drawTextV2 } from './text';
import { wording } from './wording';

/** Draws one message that a bot sends, without name, time or quick replies around it. */
export const drawMessage = (drawing: Drawing, message: messagingApi.Message): Drawn => {
  switch (message.type) {
    case 'text':
      return drawTextMessage(drawing, message);
    case 'textV2':
      return drawTextV2(drawing, message);
    case 'flex':
      return drawContainer(drawing, message.contents);
    case 'template':
      return drawTemplate(drawing, message.template);
    case 'imagemap':
      return drawImagemap(drawing, message);
    case 'image':
      return drawPhoto(message.previewImageUrl);
    case 'video':
      return drawClip(message.originalContentUrl, message.previewImageUrl);
    case 'audio':
      return drawSound(message.originalContentUrl, message.duration);
    case 'location':
      return drawLocation(message);
    case 'sticker':
      return drawSticker(message.stickerId, undefined);
    case 'coupon':
      return (
        <div class="f-card">
          <div class="f-card-words">
            <div class="f-strong">{wording.coupon}</div>
            <div class="f-note">{message.couponId}</div>
          </div>
        </div>
      );
  }
};
