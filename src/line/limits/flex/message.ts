import type { messagingApi } from '@line/bot-sdk';
import { actionIn } from '../action';
import { jsonBytes } from '../count';
import { ofEveryMessage } from '../quick-reply';
import type { Check } from '../report';
import {
  both,
  byType,
  fieldsOf,
  flag,
  isGiven,
  isObject,
  listOf,
  may,
  must,
  oneOf,
  UNSPECIFIED,
  whole,
  words,
} from '../shape';
import { limits } from '../table';
import { fewMove } from './animated';
import { block, hero, isVideo } from './component';
import { color } from './looks';

const TOO_LARGE = 'Too large flex message';
const DEFAULT_SIZE = 'mega';
const sizes = ['nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga'];
const wideEnoughForVideo: readonly unknown[] = ['kilo', 'mega', 'giga'];
const blocks = ['header', 'hero', 'body', 'footer'] as const;

const blockStyle = may(
  fieldsOf<messagingApi.FlexBlockStyle>({
    backgroundColor: color,
    separator: may(flag),
    separatorColor: color,
  }),
);

const parts = fieldsOf<messagingApi.FlexBubble>({
  size: may(oneOf(...sizes)),
  direction: may(oneOf('ltr', 'rtl')),
  styles: may(
    fieldsOf<messagingApi.FlexBubbleStyles>({
      header: blockStyle,
      hero: blockStyle,
      body: blockStyle,
      footer: blockStyle,
    }),
  ),
  header: may(block),
  hero: may(hero),
  body: may(block),
  footer: may(block),
  action: may(actionIn('flex')),
});

const isFilled = both(
  parts,
  whole((bubble, report) => {
    if (!blocks.some((name) => isGiven(bubble[name]))) {
      report.refuse('At least one block must be specified');
    }
  }),
);

const bubbleAlone: Check = both(
  isFilled,
  whole(({ hero: top, size }, report) => {
    if (isVideo(top) && !wideEnoughForVideo.includes(size ?? DEFAULT_SIZE))
      report.refuseAt('size', 'invalid property');
  }),
  fewMove,
);

const inCarousel: Check = both(
  isFilled,
  whole(({ hero: top }, report) => {
    if (isVideo(top)) report.refuseAt('hero', 'embedding videos in messages is not allowed');
  }),
);

const sizeOf = (bubble: unknown): unknown =>
  isObject(bubble) ? (bubble.size ?? DEFAULT_SIZE) : DEFAULT_SIZE;

const bubblesAlike: Check = whole(({ contents }, report) => {
  if (!Array.isArray(contents)) return;
  report.enter('contents', contents, () => {
    for (const [index, bubble] of contents.entries()) {
      if (sizeOf(bubble) !== sizeOf(contents[0])) {
        report.enter(index, bubble, () => report.refuseAt('size', 'invalid property'));
        return;
      }
    }
  });
});

const sizedInCarousel: Check = (value, report) => {
  if (jsonBytes(value) > limits.flexBubble.max) report.refuse(TOO_LARGE);
  else inCarousel(value, report);
};

/** A carousel no larger than one bubble may be cannot hold a bubble that is too large. */
const carouselOf = (bubble: Check): Check =>
  both(
    fieldsOf<messagingApi.FlexCarousel>({
      contents: must(listOf(limits.flexCarouselBubbles, bubble), UNSPECIFIED),
    }),
    bubblesAlike,
    fewMove,
  );
const smallCarousel = carouselOf(inCarousel);
const largeCarousel = carouselOf(sizedInCarousel);

const container = byType<messagingApi.FlexContainer['type']>({
  bubble: (value, report) => {
    if (jsonBytes(value) > limits.flexBubble.max) report.refuse(TOO_LARGE);
    else bubbleAlone(value, report);
  },
  carousel: (value, report) => {
    const bytes = jsonBytes(value);
    if (bytes > limits.flexCarousel.max) report.refuse(TOO_LARGE);
    else (bytes > limits.flexBubble.max ? largeCarousel : smallCarousel)(value, report);
  },
});

/** A layout of our own; faults in it are reported by a path within `contents`. */
export const flexMessage: Check = both(
  fieldsOf<Omit<messagingApi.FlexMessage, 'contents'>>({
    ...ofEveryMessage,
    altText: must(words(limits.altText)),
  }),
  whole(({ contents }, report) => {
    if (!isGiven(contents)) report.refuseAt('contents', UNSPECIFIED);
    else
      report.enter('contents', contents, () => {
        report.enterContent('/', () => container(contents, report));
      });
  }),
);
