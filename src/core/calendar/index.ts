/** Civil dates and times of Asia/Tokyo, holidays, and how they are said in Japanese. */
export * from './civil-date';
export * from './clock-time';
export * from './holidays';
export * from './tokyo';
export * from './wording';
