// A bot that is not ours: it knows LINE's SDK and an address, and nothing of this repository.
import { createServer, type Server } from 'node:http';
import { messagingApi, validateSignature, type webhook } from '@line/bot-sdk';

export const echoBot = (channelSecret: string, channelAccessToken: string, baseURL: string): Server => {
  const line = new messagingApi.MessagingApiClient({ channelAccessToken, baseURL });
  return createServer(async (request, response) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const signature = String(request.headers['x-line-signature']);
    if (!validateSignature(body, channelSecret, signature)) return response.writeHead(401).end();
    response.end();
    const { events }: webhook.CallbackRequest = JSON.parse(body);
    for (const event of events) {
      if (event.type !== 'message' || event.message.type !== 'text' || !event.replyToken) continue;
      const { text } = event.message;
      await line.replyMessage({ replyToken: event.replyToken, messages: [{ type: 'text', text }] });
    }
  });
};
