import { createInterface } from 'node:readline';
import { z } from 'zod';
import { tokorozawa } from '../city/tokorozawa';
import { createUnderstanding } from '../core/understanding';

const expects = z.enum(['yes_no', 'choice', 'location', 'detail']);

/** One line of input. Without `now` the present moment is meant. */
const line = z.object({
  text: z.string(),
  now: z.iso.datetime({ offset: true }).optional(),
  context: z.object({ expects: z.array(expects).optional() }).nullish(),
});

const understanding = createUnderstanding(tokorozawa);

const answerTo = (input: string): Readonly<Record<string, unknown>> => {
  let json: unknown;
  try {
    json = JSON.parse(input);
  } catch {
    return { error: 'The line is not JSON.' };
  }
  const read = line.safeParse(json);
  if (!read.success) return { error: z.prettifyError(read.error) };
  const { text, now, context } = read.data;
  const { intent, slots, confidence } = understanding.understand(text, {
    now: now === undefined ? Date.now() : Date.parse(now),
    asked: context ?? null,
  });
  return { text, intent, slots, confidence };
};

const write = (answer: Readonly<Record<string, unknown>>): Promise<void> =>
  new Promise((resolve) => {
    if (process.stdout.write(`${JSON.stringify(answer)}\n`)) resolve();
    else process.stdout.once('drain', resolve);
  });

for await (const input of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (input.trim() === '') continue;
  await write(answerTo(input));
}
