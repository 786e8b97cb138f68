const lost = new WeakSet<Response>();

/** Marks an answer that must never arrive. */
export const lose = (response: Response): void => {
  lost.add(response);
};

/** Whether this answer must never arrive: whoever carries it breaks the connection instead. */
export const isLost = (response: Response): boolean => lost.has(response);
