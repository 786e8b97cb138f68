/** Bare words, as they sound, that ask about the place in view, and what each asks. */
export const bareTopics: readonly (readonly [RegExp, string])[] = [
  ['parking', '(?:くるま|じてんしや)(?:は|で)?'],
  ['phone', '(?:でんわ|ばんごう)(?:は)?'],
  ['way', '(?:ばしよ|どこ)(?:は)?'],
  ['booking', '(?:よやく|もうしこみ)(?:は|いる|いりますか|ひつよう)?'],
].map(([topic = '', words = '']) => [new RegExp(`^${words}$`, 'u'), topic] as const);

/** A bare word for where she is at home, or is now. */
export const bareHome =
  /^(?:じたく|いえ|うち|わがや|じぶんち)(?:の?(?:ところ|とこ|ばしよ))?(?:で|から|です)?$/u;
export const bareHere = /^(?:ここ|こちら|いま(?:の|いる)(?:ところ|とこ|ばしよ))(?:で|から|です)?$/u;

/** A day and nothing about it: whether it is on then. */
export const isAboutDay = /(?:は|も)$/u;
