import type { messagingApi } from '@line/bot-sdk';
import type { Drawing, Drawn } from '../drawing';
import { colorOf, letterSizeOf, spaceOf } from '../measures';
import { classes, type Declarations } from '../sheet';
import { tapOf } from '../tap';
import { gravity, placement, type Surroundings } from './placement';
import { spokenOf } from './spoken';

/** Letters of a given size; they follow the phone's letter size only where `--f-scale` says so. */
export const letters = (size: string | undefined): string | undefined => {
  const base = letterSizeOf(size);
  return base === undefined ? undefined : `calc(${base} * var(--f-scale))`;
};

const DECORATIONS = { none: 'none', underline: 'underline', 'line-through': 'line-through' } as const;

const type = (part: messagingApi.FlexText | messagingApi.FlexSpan): Declarations => ({
  color: colorOf(part.color),
  'font-size': letters(part.size),
  'font-weight': part.weight === undefined ? undefined : part.weight === 'bold' ? '700' : '400',
  'font-style': part.style === undefined ? undefined : part.style === 'italic' ? 'italic' : 'normal',
  'text-decoration': part.decoration === undefined ? undefined : DECORATIONS[part.decoration],
});

const span = (drawing: Drawing, part: messagingApi.FlexComponent): Drawn =>
  part.type === 'span' ? <span class={drawing.sheet.rule(type(part))}>{part.text}</span> : null;

const ALIGNMENTS = { start: 'start', end: 'end', center: 'center' } as const;

/** Draws a text with its spans. */
export const drawWords = (
  drawing: Drawing,
  text: messagingApi.FlexText,
  surroundings: Surroundings,
): Drawn => {
  const tap = tapOf(drawing, text.action, spokenOf(text));
  const spacing = spaceOf(text.lineSpacing);
  const isClamped = text.wrap === true && (text.maxLines ?? 0) > 0;
  const outer = drawing.sheet.rule({ ...placement(text, surroundings), ...gravity(text.gravity) });
  const inner = drawing.sheet.rule({
    ...type({ ...text, size: text.size ?? 'md' }),
    'text-align': text.align ? ALIGNMENTS[text.align] : undefined,
    'line-height': spacing ? `calc(1.4em + ${spacing})` : undefined,
    '-webkit-line-clamp': isClamped ? String(Math.trunc(text.maxLines ?? 0)) : undefined,
  });
  return (
    <div class={classes('f-text', text.scaling && 'f-scaling', outer)} {...tap.attributes}>
      {tap.button}
      <p
        class={classes(
          text.wrap ? 'f-wraps' : 'f-cut',
          isClamped && 'f-clamped',
          text.adjustMode === 'shrink-to-fit' && 'f-shrinks',
          inner,
        )}
      >
        {text.contents && text.contents.length > 0
          ? text.contents.map((part) => span(drawing, part))
          : text.text}
      </p>
    </div>
  );
};
