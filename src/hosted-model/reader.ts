import { z } from 'zod';
import { type Opinion, opinions } from '../core/understanding/second-opinion/second-opinion';

/** What each wish means, for a model that knows nothing of us. */
const meanings: Readonly<Record<Opinion, string>> = {
  find_place: 'look for a gathering place: exercise, tea, games, handicraft',
  find_class: 'look for a smartphone class',
  find_event: 'ask what is on, on a day or of a kind',
  book: 'book a seat in a class',
  waitlist: 'be told when a seat becomes free',
  change: 'change a booking',
  cancel: 'cancel a booking',
  undo: 'take back what was just done',
  my_bookings: 'see or confirm her own bookings',
  availability: 'ask whether seats are left',
  volunteer: "help as a volunteer or take a helper's course",
  volunteer_withdraw: 'stop helping',
  start_group: 'found a new group',
  report: 'say that listed information is wrong or missing',
  notice_on: 'get notices or a reminder',
  notice_off: 'stop notices',
  notice_last: 'see the last notices again',
  notice_settings: 'change how notices arrive, or say that none do',
  supporter: 'teaches a class herself and wants to tell it something',
  care: 'care for a family member',
  privacy: 'ask what is stored about her',
  privacy_erase: 'have her data erased',
  usage: 'ask how to use the app',
  other: 'a message meant for somebody else, or noise',
  smalltalk: 'small talk',
  off_topic: "another matter of the city's: weather, rubbish, buses, certificates",
};

const instruction = `An elder wrote to a Japanese city's guide for gathering places and smartphone classes. Answer with one name from this list and nothing else, or with "none" if you are not certain.
${opinions.map((name) => `${name}: ${meanings[name]}`).join('\n')}`;

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/** Where a model answers, as OpenAI's chat completions and Workers AI's do. */
export interface ModelAccess {
  /** The whole address, e.g. `https://api.cloudflare.com/client/v4/accounts/…/ai/v1/chat/completions`. */
  readonly url: string;
  readonly model: string;
  readonly token: string;
}

/** The model said no, or something that is no answer. */
export class ModelFailed extends Error {
  override name = 'ModelFailed';
}

/** A hosted language model as a second reader. */
export class HostedModel {
  constructor(
    private readonly access: ModelAccess,
    private readonly fetcher: typeof fetch = (input, init) => fetch(input, init),
  ) {}

  /** The first word of its answer. Throws {@link ModelFailed}, or what the signal or the network throws. */
  async wishIn(masked: string, signal: AbortSignal): Promise<string | undefined> {
    const response = await this.fetcher(this.access.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.access.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        model: this.access.model,
        temperature: 0,
        max_tokens: 12,
        messages: [
          { role: 'system', content: instruction },
          { role: 'user', content: masked },
        ],
      }),
      signal,
    });
    if (!response.ok) throw new ModelFailed(`The model answered ${response.status}.`);
    const answer = completion.safeParse(await response.json());
    if (!answer.success) throw new ModelFailed('The answer of the model is none.');
    return answer.data.choices[0]?.message.content.trim().split(/[^a-z_]/, 1)[0];
  }
}
