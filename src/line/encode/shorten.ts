const letters = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Says whether a text shows anything; LINE refuses a message for one empty text in it. */
export const hasWords = (text: string | undefined): text is string =>
  text !== undefined && text.trim() !== '';

/** Cuts a text before it has more than `max` UTF-16 units, between two letters, and marks the cut. */
export const shortened = (text: string, max: number): string => {
  const sound = text.toWellFormed(); // Half an emoji is no text; LINE would refuse the whole message.
  return sound.length <= max ? sound : `${beginning(sound, max - 1)}…`;
};

/** The whole letters a text begins with, in no more than `max` units; a single letter larger than that is cut. */
export const beginning = (text: string, max: number): string => {
  // A letter may reach beyond the cut, so the text is read a little further than needed.
  let end = 0;
  for (const { index, segment } of letters.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return end === 0 ? text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '') : text.slice(0, end);
};

/** Splits a text into pieces of at most `max` units, at an end of line where there is one in the second half. */
export const pieces = (text: string, max: number): readonly string[] => {
  const sound = text.toWellFormed();
  if (sound.length <= max) return [sound];
  const lineEnd = sound.lastIndexOf('\n', max);
  const piece = lineEnd > max / 2 ? sound.slice(0, lineEnd) : beginning(sound, max);
  return [piece, ...pieces(sound.slice(piece.length).replace(/^\n/, ''), max)];
};

/** Leaves out of the middle what is too many, and keeps as many at the end as told: there stand the ways out. */
export const withoutMiddle = <T>(all: readonly T[], max: number, last: number): readonly T[] =>
  all.length <= max ? all : [...all.slice(0, max - last), ...all.slice(-last)];
