import type { messagingApi } from '@line/bot-sdk';
import { actionIn, uriAction } from '../action';
import type { Check } from '../report';
import {
  anything,
  both,
  byType,
  countFrom,
  fieldsOf,
  flag,
  isGiven,
  isObject,
  may,
  must,
  oneOf,
  UNSPECIFIED,
  whole,
  words,
} from '../shape';
import { limits } from '../table';
import { secureUrl } from '../uri';
import { background } from './background';
import {
  aligned,
  border,
  color,
  imageSize,
  length,
  lettered,
  letterSize,
  pixels,
  placed,
  share,
  step,
  stepOrPart,
} from './looks';
import { ratio, ratioInRange } from './ratio';

const action = may(actionIn('flex'));
const url = must(secureUrl(limits.flexUrl), UNSPECIFIED);
const fitted = may(oneOf('shrink-to-fit'));
const someText: Check = words({ ...limits.text, max: Number.POSITIVE_INFINITY });

/** Any number of parts; LINE names no largest one, the size of the whole sets it. */
const parts =
  (check: Check): Check =>
  (value, report) => {
    if (!Array.isArray(value)) return report.wrongKind();
    for (const [index, part] of value.entries()) report.enter(index, part, check);
  };

const button = fieldsOf<messagingApi.FlexButton>({
  ...placed,
  action: must(actionIn('flexButton'), UNSPECIFIED),
  flex: share,
  color,
  style: may(oneOf('primary', 'secondary', 'link')),
  gravity: aligned.gravity,
  margin: step,
  height: may(oneOf('md', 'sm')),
  adjustMode: fitted,
  scaling: may(flag),
});

const filler = fieldsOf<messagingApi.FlexFiller>({ flex: share });

const icon = both(
  fieldsOf<messagingApi.FlexIcon>({
    ...placed,
    url,
    size: letterSize,
    aspectRatio: ratio,
    margin: step,
    scaling: may(flag),
  }),
  ratioInRange,
);

const image = both(
  fieldsOf<messagingApi.FlexImage>({
    ...placed,
    ...aligned,
    url,
    flex: share,
    margin: step,
    size: imageSize,
    aspectRatio: ratio,
    aspectMode: may(oneOf('fit', 'cover')),
    backgroundColor: color,
    action,
    animated: may(flag),
  }),
  ratioInRange,
);

const separator = fieldsOf<messagingApi.FlexSeparator>({ margin: step, color });

const span = fieldsOf<messagingApi.FlexSpan>({ ...lettered, text: may(someText) });

const text = both(
  fieldsOf<messagingApi.FlexText>({
    ...placed,
    ...aligned,
    ...lettered,
    text: may(someText),
    contents: may(parts(byType({ span }))),
    flex: share,
    wrap: may(flag),
    lineSpacing: pixels,
    margin: step,
    action,
    maxLines: may(countFrom(0)),
    adjustMode: fitted,
    scaling: may(flag),
  }),
  whole(({ text: said, contents }, report) => {
    const hasSpans = Array.isArray(contents) && contents.length > 0;
    if (!isGiven(said) && !hasSpans) {
      report.refuse('`text` or `contents` must be specified');
    }
  }),
);

const box: Check = (value, report) => boxOfAnyLayout(value, report);

const boxOfAnyLayout = both(
  fieldsOf<messagingApi.FlexBox>({
    ...placed,
    layout: must(oneOf('horizontal', 'vertical', 'baseline'), UNSPECIFIED),
    contents: must(anything, UNSPECIFIED),
    flex: share,
    spacing: step,
    margin: step,
    backgroundColor: color,
    borderColor: color,
    borderWidth: border,
    cornerRadius: step,
    width: length,
    maxWidth: length,
    height: length,
    maxHeight: length,
    paddingAll: stepOrPart,
    paddingTop: stepOrPart,
    paddingBottom: stepOrPart,
    paddingStart: stepOrPart,
    paddingEnd: stepOrPart,
    action,
    justifyContent: may(
      oneOf('center', 'flex-start', 'flex-end', 'space-between', 'space-around', 'space-evenly'),
    ),
    alignItems: may(oneOf('center', 'flex-start', 'flex-end')),
    background: may(background),
  }),
  whole(({ layout, contents }, report) => {
    if (!isGiven(contents)) return;
    report.enter('contents', contents, layout === 'baseline' ? onBaseline : inRowOrColumn);
  }),
);

const video = both(
  fieldsOf<messagingApi.FlexVideo>({
    url,
    previewUrl: url,
    altContent: must((value, report) => stillPicture(value, report), UNSPECIFIED),
    aspectRatio: ratio,
    action: may(uriAction),
  }),
  ratioInRange,
);

type Name = messagingApi.FlexComponent['type'];

/** Every component of LINE's SDK; one that LINE adds does not compile until it is checked. */
const components: Readonly<Record<Name, Check>> = {
  box,
  button,
  filler,
  icon,
  image,
  separator,
  span,
  text,
  video,
};

const among = (...names: readonly Name[]): Check =>
  byType(Object.fromEntries(names.map((name) => [name, components[name]])));

const inRowOrColumn = parts(among('box', 'button', 'image', 'text', 'separator', 'filler'));
const onBaseline = parts(among('icon', 'text', 'filler'));
const stillPicture = among('box', 'image');

/** A header, body or footer. */
export const block: Check = among('box');
/** The picture above all; the only place for a video. */
export const hero: Check = among('box', 'image', 'video');

/** Says whether a hero is a video. */
export const isVideo = (value: unknown): boolean => isObject(value) && value.type === 'video';
