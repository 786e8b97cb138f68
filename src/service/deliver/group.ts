/** How many chunks the first group of a run has, and how many a group has at most. */
export const FIRST_GROUP = 6;
export const LARGEST_GROUP = 20;

/** How long a group should take, in ms: a stop is felt within two of them, however slow LINE is. */
export const GROUP_TIME = 250;

/**
 * How many chunks to claim next, after so many took so long: as many as will go out in a quarter of a second, never more
 * than twice as many as before. What is claimed goes out whatever staff decide meanwhile; so little is.
 */
export const nextGroup = (size: number, took: number): number => {
  const fitting = took <= 0 ? LARGEST_GROUP : Math.floor((size * GROUP_TIME) / took);
  return Math.max(1, Math.min(LARGEST_GROUP, size * 2, fitting));
};
