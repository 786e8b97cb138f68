/** Notices: why and to whom something is sent, where it stands, and what LINE's answers mean for it. */
export * from './audience';
export * from './class-message';
export * from './district-of';
export * from './findings';
export * from './her-notices';
export * from './kinds';
export * from './lesson-message';
export * from './night';
export * from './notice-effect';
export * from './outcome';
export * from './quota';
export * from './safeguards';
export * from './status';
export * from './supporter';
export { audienceText, leftOutTexts, reasonTexts } from './wording';
