/** The steps of LINE's own setting for the size of letters. */
export const letterSteps = ['small', 'normal', 'large', 'extra-large'] as const;
export type LetterStep = (typeof letterSteps)[number];
