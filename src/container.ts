import type { D1Database } from '@cloudflare/workers-types';
import { tokorozawa } from './city/tokorozawa';
import { type Config, readConfig } from './config';
import type { Log } from './core/log';
import { createUnderstanding } from './core/understanding';
import { registry } from './dialogues/registry';
import { HostedModel } from './hosted-model/reader';
import { LineClient } from './line/client';
import { type SignatureCheck, signatureCheck } from './line/signature';
import { Closings } from './service/closings';
import type { Deps } from './service/deps';
import { OwnLinks } from './service/own-links';
import { SecondOpinions } from './service/second-opinion';
import { raiseAlert } from './store/alerts';
import { CatalogueKeeper } from './store/catalogue';

/** What the platform hands to the worker. */
export interface Env extends Record<string, unknown> {
  readonly DB: D1Database;
}

const log: Log = (name, ids) => console.log(JSON.stringify({ name, ...ids }));

// Built once an isolate: they cost milliseconds to build and nothing in them belongs to one request.
const understanding = createUnderstanding(tokorozawa);
// An isolate is handed the same environment with every request, so what is kept and counted in memory is so over all of them.
const wired = new WeakMap<Env, Contained>();

/** A second reader, if the environment names one. */
const opinionsOf = ({
  SECOND_READER_URL: url,
  SECOND_READER_MODEL: model,
  SECOND_READER_TOKEN: token,
}: Config): SecondOpinions | undefined =>
  url === undefined || model === undefined || token === undefined
    ? undefined
    : new SecondOpinions(new HostedModel({ url, model, token }));

/** What the container hands out. */
export interface Contained {
  readonly deps: Deps;
  /** Proves that a webhook is LINE's. */
  readonly isSigned: SignatureCheck;
  /** Of the console, if it is on. */
  readonly consoleSecret?: string;
}

/**
 * Wires the use cases to the world, once for an environment: reading it and importing its keys costs more than a turn
 * may. Throws if a setting is missing.
 */
export const contain = (env: Env): Contained => {
  const contained = wired.get(env) ?? wire(env);
  wired.set(env, contained);
  return contained;
};

const wire = (env: Env): Contained => {
  const config = readConfig(env);
  const catalogue = new CatalogueKeeper(env.DB, tokorozawa, async (ids) => {
    for (const subject of ids) await raiseAlert(env.DB, { kind: 'place-unreadable', subject }, Date.now());
  });
  const opinions = opinionsOf(config);
  const deps: Deps = {
    db: env.DB,
    line: new LineClient({
      baseUrl: config.LINE_API_BASE_URL,
      accessToken: config.LINE_CHANNEL_ACCESS_TOKEN,
    }),
    city: tokorozawa,
    registry,
    understanding,
    ...(opinions === undefined ? {} : { opinions }),
    catalogue,
    closings: new Closings(),
    links: new OwnLinks(config.PUBLIC_BASE_URL, config.FORM_LINK_SECRET),
    log,
    now: () => Date.now(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    newId: () => crypto.randomUUID(),
  };
  return {
    deps,
    isSigned: signatureCheck(config.LINE_CHANNEL_SECRET),
    ...(config.CONSOLE_SECRET === undefined ? {} : { consoleSecret: config.CONSOLE_SECRET }),
  };
};
