/** When something takes place: rules, exceptions, pauses; the real dates they give; how they are said and read. */
export * from './codes';
export * from './occurrences';
export { type ReadSchedule, readSchedule } from './reading/read-schedule';
export { datesKnown, isDated } from './rule-days';
export * from './schedule';
export { storedException, storedSchedule } from './stored';
export * from './wording';
