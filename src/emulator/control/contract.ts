import { z } from 'zod';
import { callFaultKinds, webhookFaultKinds } from '../faults/kinds';

/**
 * What the control API under `/__emulator` takes and gives. Times are ms since 1970 on the emulator's own clock,
 * ids are LINE's. A request that does not fit is answered 400 `{ "error": "…" }`, an unknown person 404.
 */
export const CONTROL = '/__emulator';

export type * from './views';

/** How a person stands to the account; a deleted account and a missing consent are separate marks. */
export const friendships = ['friend', 'blocked', 'never-friend'] as const;
export type Friendship = (typeof friendships)[number];

/** `POST /people` adds; `PATCH /people/:id` changes what is given. */
export const newPerson = z.object({
  /** `U` and 32 hexadecimal digits; made up if not given. */
  id: z
    .string()
    .regex(/^U[0-9a-f]{32}$/)
    .optional(),
  name: z.string().min(1).max(50),
  pictureUrl: z.string().optional(),
  statusMessage: z.string().max(500).optional(),
  language: z.string().optional(),
  friendship: z.enum(friendships).optional(),
  /** False: the account appears in webhooks without a userId and has no profile. */
  hasConsented: z.boolean().optional(),
  isDeleted: z.boolean().optional(),
  /** Every send that reaches for this person fails in this way. */
  magic: z.enum(callFaultKinds).optional(),
});
export type NewPerson = z.infer<typeof newPerson>;
export const changedPerson = newPerson.omit({ id: true }).partial();

/** `POST /people/:id/say` */
export const said = z.object({
  text: z.string().min(1).max(5000),
  quotedMessageId: z.string().optional(),
  emojis: z
    .array(
      z.object({
        index: z.int().min(0),
        length: z.int().min(1),
        productId: z.string(),
        emojiId: z.string(),
      }),
    )
    .optional(),
});

/** `POST /people/:id/location` */
export const sentLocation = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  title: z.string().optional(),
  address: z.string().optional(),
});

/** `POST /people/:id/sticker` */
export const sentSticker = z.object({
  packageId: z.string().default('446'),
  stickerId: z.string().default('1988'),
  stickerResourceType: z.string().default('STATIC'),
  keywords: z.array(z.string()).max(15).optional(),
  text: z.string().max(100).optional(),
});

/** `POST /people/:id/media?kind=&name=&duration=`, the file itself as the body with its own content type. */
export const mediaKinds = ['image', 'video', 'audio', 'file'] as const;
export type MediaKind = (typeof mediaKinds)[number];
export const sentMedia = z.object({
  kind: z.enum(mediaKinds),
  /** File name; needed for `file` alone. */
  name: z.string().optional(),
  /** Length of video and audio in ms. */
  duration: z.coerce.number().int().min(0).optional(),
});

/** Where a button stood. */
export const tapSources = ['message', 'quick-reply', 'rich-menu'] as const;

/**
 * `POST /people/:id/tap`: a button by its label, or by the action object as the bot sent it (what a page has at
 * hand). `picked` answers a date picker (`2026-12-10`, `13:30`, `2026-12-10T13:30`). Answered with {@link Tapped}.
 */
export const tapped = z
  .object({
    label: z.string().optional(),
    action: z.looseObject({ type: z.string() }).optional(),
    source: z.enum(tapSources).optional(),
    picked: z.string().optional(),
  })
  .refine(({ label, action }) => (label === undefined) !== (action === undefined), {
    error: 'Either a label or an action, not both.',
  });

/** `POST /people/:id/unsend`, `/video-played`, `/beacon`, `/account-link`, `/membership`, `/chat`. */
export const unsent = z.object({ messageId: z.string() });
export const videoPlayed = z.object({ trackingId: z.string() });
export const beaconed = z.object({
  hwid: z.string().default('d41d8cd98f'),
  type: z.enum(['enter', 'banner', 'stay']).default('enter'),
  dm: z.string().optional(),
});
export const accountLinked = z.object({ linkToken: z.string(), nonce: z.string().min(10).max(255) });
export const membershipChanged = z.object({
  type: z.enum(['joined', 'left', 'renewed']),
  membershipId: z.int(),
});
/** Whether the chat is on her screen: only then does a changed default rich menu or a loading animation show. */
export const chatShown = z.object({ isOpen: z.boolean() });
/** `POST /people/:id/menu`: she opens or closes the rich menu by its bar. */
export const menuShown = z.object({ isOpen: z.boolean() });
/** `POST /people/:id/draft`: what stands in her keyboard without being sent. */
export const draftChanged = z.object({ text: z.string().max(5000) });

/** `POST /events`: any event objects, signed and delivered as they are in one webhook; missing common fields are filled in. */
export const rawEvents = z.object({ events: z.array(z.looseObject({ type: z.string() })).max(100) });

/** `POST /groups` makes a group with the bot in it; then `/groups/:id/say|edit|members|leave`. */
export const newGroup = z.object({
  kind: z.enum(['group', 'room']).default('group'),
  name: z.string().default('Group'),
  members: z.array(z.string()).max(500),
});
export const saidInGroup = said.extend({ personId: z.string() });
export const editedInGroup = z.object({
  personId: z.string(),
  messageId: z.string(),
  text: z.string().min(1).max(5000),
});
export const groupMembers = z.object({
  join: z.array(z.string()).optional(),
  leave: z.array(z.string()).optional(),
});

/** `POST /clock`: either moves the clock on by ms, or sets it. */
export const clockMoved = z.union([z.object({ advance: z.number().min(0) }), z.object({ now: z.number() })]);

/** `POST /faults` adds one; `DELETE /faults` and `/faults/:id` end them. */
const faultCounts = {
  /** So often, then no more; for ever if not given. */
  times: z.int().min(1).optional(),
  /** 0 to 1, drawn from the seeded source; 1 if not given. */
  probability: z.number().min(0).max(1).optional(),
  /** ms: how slow, how late, or how long a silent call is held. */
  delay: z.int().min(0).optional(),
  /** Only what concerns this person. */
  personId: z.string().optional(),
};
export const newFault = z.discriminatedUnion('on', [
  z.object({
    on: z.literal('call'),
    kind: z.enum(callFaultKinds),
    /** An endpoint's name as in the README, e.g. `push`; every call if not given. */
    endpoint: z.string().optional(),
    ...faultCounts,
  }),
  z.object({
    on: z.literal('webhook'),
    kind: z.enum(webhookFaultKinds),
    /** How many events `batch` gathers; 3 if not given. */
    size: z.int().min(2).max(100).optional(),
    ...faultCounts,
  }),
]);
export type NewFault = z.infer<typeof newFault>;
/** A fault at work; `hits` counts how often it struck. */
export type Fault = NewFault & { readonly id: string; readonly hits: number };

/** `GET /settings`, `PATCH /settings`: the switches, with what LINE's documents leave open among them. */
export const settings = z.object({
  /** The bot's webhook; null delivers nowhere. */
  webhookUrl: z.string().nullable(),
  isWebhookActive: z.boolean(),
  /** ms until a webhook counts as timed out. */
  webhookTimeout: z.number().min(1),
  /** ms before each further try of a webhook that failed; an empty list is LINE's default: no redelivery. */
  redelivery: z.array(z.number().min(0)).max(10),
  chatMode: z.enum(['bot', 'chat']),
  markAsReadMode: z.enum(['auto', 'manual']),
  /** `none` has no limit, as a municipality's plan may say. */
  quota: z.union([
    z.object({ type: z.literal('none') }),
    z.object({ type: z.literal('limited'), value: z.int().min(0) }),
  ]),
  /** Rates are this many times LINE's; 0 switches rate limits off. */
  rateFactor: z.number().min(0),
  /** Asynchronous work (batches, audiences, narrowcasts, transcoding) takes so many ms. */
  asyncDelay: z.number().min(0),
  /** How long a reply token holds, ms. */
  replyTokenLife: z.number().min(0),
  /** Whether a reply with a bad message uses up its token; undocumented. */
  doesBadReplySpendToken: z.boolean(),
  /** Whether multicast refuses well-formed ids nobody has; LINE's documents say both. */
  doesMulticastRefuseUnknown: z.boolean(),
  /** Whether one retry key counts on every endpoint together; undocumented. */
  isRetryKeyPerChannel: z.boolean(),
  /** Fewest people for a narrowcast by attributes, and fewest that it may reach. */
  narrowcastReach: z.int().min(0),
  narrowcastRecipients: z.int().min(0),
  /** Verified accounts alone may list followers. */
  isVerified: z.boolean(),
  /** Whether legal but bad messages are noted in the traffic. */
  isLinting: z.boolean(),
});
export type Settings = z.infer<typeof settings>;
export const changedSettings = settings.partial();

/** `GET /received?after=&kind=&name=&person=&verdict=&limit=`, oldest first. */
export const receivedQuery = z.object({
  after: z.coerce.number().int().optional(),
  kind: z.enum(['call', 'webhook']).optional(),
  name: z.string().optional(),
  person: z.string().optional(),
  verdict: z.enum(['accepted', 'refused', 'failed']).optional(),
  limit: z.coerce.number().int().min(1).max(5000).default(500),
});

/** `GET /session` exports, `POST /session/replay` plays the people's part again against the present webhook. */
export const session = z.object({
  format: z.literal('line-emulator-session/1'),
  people: z.array(newPerson),
  /** What the people did, in order, each as the control request that does it. */
  steps: z.array(
    z.object({
      /** ms after the step before. */
      after: z.number().min(0),
      personId: z.string(),
      /** The last part of the path, e.g. `say`. */
      act: z.string(),
      body: z.unknown(),
    }),
  ),
  traffic: z.array(z.unknown()).optional(),
});
export type Session = z.infer<typeof session>;
