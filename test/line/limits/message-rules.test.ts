import { describe } from 'vitest';
import { type Rule, tryRules } from './rule';
import * as make from './samples';

const item = 'messages[0].quickReply.items[0]';
const picker = (extra: object) =>
  make.quick({ type: 'datetimepicker', label: 'a', data: 'a', mode: 'date', ...extra });
const uri = (address: string) => make.quick({ type: 'uri', label: 'a', uri: address });
const labelled = { type: 'postback', label: 'a', data: 'a' };
const first = '/body/contents/0';

const rules: readonly Rule[] = [
  [
    'a kind of message must be known',
    [make.say('a'), { type: 'sticker', packageId: '446', stickerId: '1988' }],
    [
      [{ type: 'nonsense' }, 'messages[0].type'],
      [{ text: 'a' }, 'messages[0].type'],
      [{ type: 'Text', text: 'a' }, 'messages[0].type'],
    ],
  ],
  [
    'an emoji stands where its dollar sign is, counted in UTF-16 units',
    [make.say('🍎$', { emojis: [{ ...make.emoji, index: 2 }] }), make.say('$5')],
    [
      [make.say('🍎$', { emojis: [{ ...make.emoji, index: 1 }] }), 'messages[0].emojis[0].index'],
      [
        make.say('$', {
          emojis: [
            { ...make.emoji, index: 0 },
            { ...make.emoji, index: 0 },
          ],
        }),
        'messages[0].emojis[1].index',
      ],
    ],
  ],
  [
    'the gaps of a text are paired, named well and filled',
    [
      { type: 'textV2', text: '{{a}}' },
      { type: 'textV2', text: '{who}', substitution: { who: make.mention } },
    ],
    [
      [{ type: 'textV2', text: '{a' }, 'text'],
      [{ type: 'textV2', text: 'a}' }, 'text'],
      [{ type: 'textV2', text: '{nobody}' }, 'text'],
      [{ type: 'textV2', text: '{!a}', substitution: {} }, 'text'],
      [{ type: 'textV2', text: 'a', substitution: { 'a b': make.emoji } }, 'messages[0].substitution'],
      [
        { type: 'textV2', text: 'a', substitution: { a: { type: 'date' } } },
        'messages[0].substitution.a.type',
      ],
    ],
  ],
  [
    'a picture comes by https, percent-encoded',
    [{ type: 'image', originalContentUrl: 'https://a.jp/%E3%81%82', previewImageUrl: make.url }],
    [
      [
        { type: 'image', originalContentUrl: 'http://a.jp/a', previewImageUrl: make.url },
        'messages[0].originalContentUrl',
      ],
      [
        { type: 'image', originalContentUrl: make.url, previewImageUrl: 'https://a.jp/あ' },
        'messages[0].previewImageUrl',
      ],
    ],
  ],
  [
    'a sent location has all of its four parts',
    [make.location()],
    [
      [make.location({ title: undefined }), 'messages[0].title'],
      [make.location({ address: '' }), 'messages[0].address'],
      [make.location({ latitude: undefined }), 'messages[0].latitude'],
      [make.location({ longitude: null }), 'messages[0].longitude'],
    ],
  ],
  [
    'a button above the keyboard says that it is an action',
    [make.quick(make.sayAction)],
    [
      [make.say('a', { quickReply: { items: [{ action: make.sayAction }] } }), `${item}.type`],
      [make.say('a', { quickReply: { items: [{ type: 'action' }] } }), `${item}.action`],
      [make.say('a', { quickReply: {} }), 'messages[0].quickReply.items'],
    ],
  ],
  [
    'camera, photos and location are asked for only above the keyboard, menus switched only in a menu',
    [
      make.quick({ type: 'camera', label: 'a' }),
      make.quick({ type: 'cameraRoll', label: 'a' }),
      make.quick({ type: 'location', label: 'a' }),
    ],
    [
      [make.buttons({ actions: [{ type: 'location', label: 'a' }] }), 'template/actions/0'],
      [make.shown(make.words({ action: { type: 'camera', label: 'a' } })), `${first}/action`],
      [make.quick({ type: 'richmenuswitch', richMenuAliasId: 'a', data: 'a' }), `${item}.action.type`],
    ],
  ],
  [
    'a label is needed where it is shown',
    [make.shown(make.words({ action: { type: 'postback', data: 'a' } }))],
    [
      [make.quick({ type: 'postback', data: 'a' }), `${item}.action.label`],
      [make.buttons({ actions: [{ type: 'postback', data: 'a' }] }), 'template/actions/0/label'],
      [make.shown({ type: 'button', action: { type: 'postback', data: 'a' } }), `${first}/action/label`],
    ],
  ],
  [
    'a postback shows one text and fills in words only with the keyboard',
    [
      make.quick({ ...labelled, displayText: 'a' }),
      make.quick({ ...labelled, inputOption: 'openKeyboard', fillInText: 'a' }),
    ],
    [
      [make.quick({ ...labelled, displayText: 'a', text: 'a' }), `${item}.action.text`],
      [make.quick({ ...labelled, fillInText: 'a' }), `${item}.action.fillInText`],
      [make.quick({ ...labelled, inputOption: 'closeKeyboard' }), `${item}.action.inputOption`],
    ],
  ],
  [
    'a button opens only http, https, tel and line',
    [
      uri('https://a.jp'),
      uri('http://a.jp/?a=%20'),
      uri('tel:0429981234'),
      uri('tel:%239110'),
      uri('line://nv/location'),
    ],
    [
      [uri('ftp://a.jp'), `${item}.action.uri`],
      [uri('javascript:alert(1)'), `${item}.action.uri`],
      [uri('/booking'), `${item}.action.uri`],
      [uri('https://'), `${item}.action.uri`],
      [uri('https://a.jp/a|b'), `${item}.action.uri`],
      [uri('https://a.jp/%zz'), `${item}.action.uri`],
      [uri('tel:'), `${item}.action.uri`],
      [uri('tel:#9110'), `${item}.action.uri`],
    ],
  ],
  [
    'a date picker knows real dates of its mode, in order',
    [
      picker({ min: '2026-12-01', initial: '2026-12-01', max: '2026-12-31' }),
      picker({ mode: 'time', min: '09:00', max: '17:00' }),
      picker({ mode: 'datetime', min: '2026-12-01t09:00', max: '2026-12-01T17:00' }),
      picker({ min: '1900-01-01', max: '2100-12-31' }),
      picker({ initial: '2028-02-29' }),
    ],
    [
      [picker({ mode: 'week' }), `${item}.action.mode`],
      [picker({ initial: '2026-02-29' }), `${item}.action.initial`],
      [picker({ max: '2101-01-01' }), `${item}.action.max`],
      [picker({ min: '1899-12-31' }), `${item}.action.min`],
      [picker({ min: '2026-12-01T00:00' }), `${item}.action.min`],
      [picker({ mode: 'time', initial: '24:00' }), `${item}.action.initial`],
      [picker({ min: '2026-12-31', max: '2026-12-01' }), `${item}.action.max`],
      [picker({ min: '2026-12-01', max: '2026-12-01' }), `${item}.action.max`],
      [picker({ initial: '2026-11-30', min: '2026-12-01' }), `${item}.action.initial`],
    ],
  ],
  [
    'nobody is called LINE but LINE',
    [make.say('a', { sender: { name: '市役所' } })],
    [[make.say('a', { sender: { name: 'ＬＩＮＥ' } }), 'messages[0].sender.name']],
  ],
  [
    'columns of a template are alike',
    [make.carousel([make.column({ title: 'a' }), make.column({ title: 'b' })])],
    [
      [make.carousel([make.column({ title: 'a' }), make.column()]), 'template/columns'],
      [
        make.carousel([make.column(), make.column({ actions: [make.sayAction, make.sayAction] })]),
        'template/columns',
      ],
    ],
  ],
  [
    'a template is of a known kind and there',
    [make.confirm()],
    [
      [make.template({ type: 'list' }), 'template'],
      [{ type: 'template', altText: 'a' }, 'messages[0].template'],
      [make.buttons({ imageAspectRatio: 'wide' }), 'template/imageAspectRatio'],
      [make.buttons({ imageBackgroundColor: 'white' }), 'template/imageBackgroundColor'],
    ],
  ],
  [
    'an imagemap is 1040 wide and its areas are inside the plane',
    [make.imagemapAction({ type: 'message', text: 'a' })],
    [
      [make.imagemapAction({ type: 'postback', data: 'a' }), 'messages[0].actions[0].type'],
      [
        make.imagemap({ actions: [{ type: 'message', text: 'a', area: { ...make.area, x: -1 } }] }),
        'messages[0].actions[0].area.x',
      ],
      [make.imagemap({ baseSize: undefined }), 'messages[0].baseSize'],
      [
        make.imagemap({ video: { area: make.area, previewImageUrl: make.url } }),
        'messages[0].video.originalContentUrl',
      ],
    ],
  ],
];

describe('LINE', () => {
  tryRules(rules);
});
