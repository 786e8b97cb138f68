/** Notices: why and to whom something is sent, where it stands, and what LINE's answers mean for it. */
export * from './audience';
export * from './kinds';
export * from './night';
export * from './outcome';
export * from './quota';
export * from './safeguards';
export * from './status';
