import type { messagingApi, webhook } from '@line/bot-sdk';
import { createEmulator, type Emulator } from '../../src/emulator/emulator';
import { samples } from '../line/preview/samples';

const TOKEN = 'token';

const question: messagingApi.Message = {
  type: 'text',
  text: 'どれにしますか',
  quickReply: {
    items: [
      { type: 'action', action: { type: 'message', label: 'お茶', text: 'お茶にします' } },
      { type: 'action', action: { type: 'location', label: '場所を送る' } },
      {
        type: 'action',
        action: { type: 'datetimepicker', label: '日を選ぶ', data: 'day', mode: 'date', min: '2026-12-01' },
      },
    ],
  },
};

const text = (words: string): messagingApi.Message => ({ type: 'text', text: words });

/** What the bot says to an event; nothing to most of them. */
const answerTo = (event: webhook.Event): readonly messagingApi.Message[] => {
  if (event.type === 'follow') return [text('ようこそ')];
  if (event.type === 'postback')
    return [text(`届いたデータ ${event.postback.data} ${event.postback.params?.date ?? ''}`)];
  if (event.type !== 'message') return [];
  const { message } = event;
  if (message.type === 'location') return [text(`届いた場所 ${message.title} ${message.latitude}`)];
  if (message.type !== 'text') return [text(`届いたもの ${message.type}`)];
  if (message.text === '集まり') return [samples.places];
  if (message.text === '全部')
    return [samples.textV2, samples.everyComponent, samples.buttons, samples.confirm];
  if (message.text === 'もっと')
    return [samples.carousel, samples.imageCarousel, samples.location, samples.sticker, samples.imagemap];
  return message.text === '電話' ? [samples.text] : [question];
};

/** An emulator with a bot behind it that answers at once, and two places to send. */
export const chattyBot = (): Emulator => {
  const emulator = createEmulator({
    secret: 'secret',
    token: TOKEN,
    displayName: 'つどい',
    seed: 1,
    places: [
      { name: '西所沢駅', kind: 'station', latitude: 35.7893, longitude: 139.456 },
      { name: '東所沢3丁目', kind: 'town', latitude: 35.79, longitude: 139.51, address: '埼玉県所沢市' },
    ],
    deliver: async (request) => {
      const { events }: webhook.CallbackRequest = JSON.parse(await request.text());
      for (const event of events) {
        const messages = answerTo(event);
        if ('replyToken' in event && messages.length > 0)
          await call(emulator, '/v2/bot/message/reply', { replyToken: event.replyToken, messages });
      }
      return new Response('{}');
    },
  });
  return emulator;
};

/** A call that the bot makes on its own; a picture goes to LINE's other host. */
export const call = (emulator: Emulator, path: string, body?: unknown): Promise<Response> => {
  const isPicture = body instanceof Blob;
  return emulator.fetch(`https://api${isPicture ? '-data' : ''}.line.me${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${TOKEN}`,
      'content-type': isPicture ? body.type : 'application/json',
    },
    ...(body === undefined ? {} : { body: isPicture ? body : JSON.stringify(body) }),
  });
};
