import type { messagingApi } from '@line/bot-sdk';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { checkMessages, checkRichMenu, type Refusal } from '../../../src/line/limits';
import * as make from './samples';

type Name<T extends { readonly type: string }> = T['type'];

const quick = (action: messagingApi.Action): messagingApi.Message => ({
  type: 'text',
  text: 'a',
  quickReply: { items: [{ type: 'action', action }] },
});
const flex = (...contents: messagingApi.FlexComponent[]): messagingApi.Message => ({
  type: 'flex',
  altText: 'a',
  contents: { type: 'bubble', body: { type: 'box', layout: 'vertical', contents } },
});
const { url } = make;
const label = 'a';
const action: messagingApi.Action = { type: 'message', label, text: 'a' };

// Each record below holds one thing of every kind that LINE's SDK knows: a new kind does not compile until it is here.
const messages: Record<Name<messagingApi.Message>, messagingApi.Message> = {
  text: { type: 'text', text: 'a' },
  textV2: { type: 'textV2', text: 'a' },
  sticker: { type: 'sticker', packageId: '446', stickerId: '1988' },
  image: { type: 'image', originalContentUrl: url, previewImageUrl: url },
  video: { type: 'video', originalContentUrl: url, previewImageUrl: url },
  audio: { type: 'audio', originalContentUrl: url, duration: 1000 },
  location: { type: 'location', title: 'a', address: 'a', latitude: 35, longitude: 139 },
  coupon: { type: 'coupon', couponId: 'a' },
  imagemap: {
    type: 'imagemap',
    baseUrl: url,
    altText: 'a',
    baseSize: { width: 1040, height: 1 },
    actions: [],
  },
  template: { type: 'template', altText: 'a', template: { type: 'buttons', text: 'a', actions: [action] } },
  flex: flex(),
};

const actions: Record<Name<messagingApi.Action>, messagingApi.Action> = {
  camera: { type: 'camera', label },
  cameraRoll: { type: 'cameraRoll', label },
  clipboard: { type: 'clipboard', label, clipboardText: 'a' },
  datetimepicker: { type: 'datetimepicker', label, data: 'a', mode: 'date' },
  location: { type: 'location', label },
  message: action,
  postback: { type: 'postback', label, data: 'a' },
  richmenuswitch: { type: 'richmenuswitch', richMenuAliasId: 'a', data: 'a' },
  uri: { type: 'uri', label, uri: url },
};

const templates: Record<Name<messagingApi.Template>, messagingApi.Template> = {
  buttons: { type: 'buttons', text: 'a', actions: [action] },
  confirm: { type: 'confirm', text: 'a', actions: [action, action] },
  carousel: { type: 'carousel', columns: [{ text: 'a', actions: [action] }] },
  image_carousel: { type: 'image_carousel', columns: [{ imageUrl: url, action }] },
};

const inBox = (component: messagingApi.FlexComponent): messagingApi.FlexBox => ({
  type: 'box',
  layout: 'baseline',
  contents: [component],
});
const video: messagingApi.FlexVideo = {
  type: 'video',
  url,
  previewUrl: url,
  altContent: { type: 'image', url },
};
const components: Record<Name<messagingApi.FlexComponent>, messagingApi.Message> = {
  box: flex({ type: 'box', layout: 'horizontal', contents: [] }),
  button: flex({ type: 'button', action }),
  filler: flex({ type: 'filler' }),
  icon: flex(inBox({ type: 'icon', url })),
  image: flex({ type: 'image', url }),
  separator: flex({ type: 'separator' }),
  span: flex({ type: 'text', contents: [{ type: 'span', text: 'a' }] }),
  text: flex({ type: 'text', text: 'a' }),
  video: { type: 'flex', altText: 'a', contents: { type: 'bubble', hero: video } },
};

describe("every kind of thing that LINE's SDK knows", () => {
  it.each(Object.keys(messages) as (keyof typeof messages)[])('is let pass: the message %s', (name) => {
    expect(checkMessages([messages[name]])).toEqual([]);
  });

  it.each(Object.keys(actions) as (keyof typeof actions)[])(
    'is let pass: the action %s, where it may stand',
    (name) => {
      const refusal =
        name === 'richmenuswitch'
          ? checkRichMenu(make.menuArea(actions[name]))
          : checkMessages([quick(actions[name])])[0];
      expect(refusal).toBeUndefined();
    },
  );

  it.each(Object.keys(templates) as (keyof typeof templates)[])('is let pass: the template %s', (name) => {
    expect(checkMessages([{ type: 'template', altText: 'a', template: templates[name] }])).toEqual([]);
  });

  it.each(Object.keys(components) as (keyof typeof components)[])('is let pass: the component %s', (name) => {
    expect(checkMessages([components[name]])).toEqual([]);
  });

  it('has only these kinds inside, and is refused in the shape of the SDK', () => {
    expectTypeOf<Refusal>().toExtend<
      Pick<messagingApi.ErrorResponse, 'message'> & { details?: readonly messagingApi.ErrorDetail[] }
    >();
    expectTypeOf<Name<messagingApi.FlexContainer>>().toEqualTypeOf<'bubble' | 'carousel'>();
    expectTypeOf<Name<messagingApi.SubstitutionObject>>().toEqualTypeOf<'emoji' | 'mention'>();
    expectTypeOf<Name<messagingApi.ImagemapAction>>().toEqualTypeOf<'uri' | 'message' | 'clipboard'>();
  });
});
