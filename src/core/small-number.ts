/** Fewer people than this are not shown as a number: it might point to one of them. */
export const SMALL = 5;

/** Whether a number of people is one that is not shown. Nobody at all points to nobody. */
export const isSmall = (people: number): boolean => people > 0 && people < SMALL;
