/** What a call is about, in one of five words. */
export type CallTopic = 'place' | 'class' | 'help' | 'phone' | 'other';

/** All topics, in the order in which they are offered. */
export const callTopics: readonly CallTopic[] = ['place', 'class', 'help', 'phone', 'other'];

/** When she would like to be called. */
export type CallTime = 'am' | 'pm' | 'any';

/** All times, in the order in which they are offered. */
export const callTimes: readonly CallTime[] = ['any', 'am', 'pm'];
