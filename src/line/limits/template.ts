import type { messagingApi } from '@line/bot-sdk';
import { actionIn } from './action';
import { ofEveryMessage } from './quick-reply';
import type { Check } from './report';
import {
  anything,
  both,
  byType,
  fieldsOf,
  isGiven,
  isObject,
  like,
  listOf,
  may,
  must,
  oneOf,
  UNSPECIFIED,
  whole,
  words,
} from './shape';
import { type Limit, limits } from './table';
import { secureUrl } from './uri';

const action = actionIn('template');
const wholeAction = may(actionIn('templateDefault'));
const picture = may(secureUrl(limits.templateImageUrl));
const ground = may(like(/^#[0-9a-fA-F]{6}$/));
const ratio = may(oneOf('rectangle', 'square'));
const fit = may(oneOf('cover', 'contain'));

/** Words; beside a picture or under a title there is less room for them. */
const wordsBeside = (alone: Limit, beside: Limit): Check => {
  const roomy = words(alone);
  const narrow = words(beside);
  return whole(({ text, title, thumbnailImageUrl }, report) => {
    if (!isGiven(text)) return;
    report.enter('text', text, isGiven(title) || isGiven(thumbnailImageUrl) ? narrow : roomy);
  });
};

const buttons = both(
  fieldsOf<messagingApi.ButtonsTemplate>({
    thumbnailImageUrl: picture,
    imageAspectRatio: ratio,
    imageSize: fit,
    imageBackgroundColor: ground,
    title: may(words(limits.buttonsTitle)),
    text: must(anything),
    defaultAction: wholeAction,
    actions: must(listOf(limits.buttonsActions, action)),
  }),
  wordsBeside(limits.buttonsText, limits.buttonsTextBesideImage),
);

const confirm = fieldsOf<messagingApi.ConfirmTemplate>({
  text: must(words(limits.confirmText)),
  actions: must(listOf(limits.confirmActions, action)),
});

const column = both(
  fieldsOf<messagingApi.CarouselColumn>({
    thumbnailImageUrl: picture,
    imageBackgroundColor: ground,
    title: may(words(limits.carouselTitle)),
    text: must(anything),
    defaultAction: wholeAction,
    actions: must(listOf(limits.carouselActions, action)),
  }),
  wordsBeside(limits.carouselText, limits.carouselTextBesideImage),
);

/** All columns look alike: as many actions, and a picture or title in all or in none. LINE gives no details here. */
const columnsAlike: Check = whole(({ columns }, report) => {
  if (!Array.isArray(columns)) return;
  const looks = columns
    .filter(isObject)
    .map(({ actions, title, thumbnailImageUrl }) =>
      [Array.isArray(actions) ? actions.length : 0, isGiven(title), isGiven(thumbnailImageUrl)].join(),
    );
  if (new Set(looks).size > 1) {
    report.refuseAt(
      'columns',
      'all columns must have the same number of actions, and all or none an image and a title',
    );
  }
});

const carousel = both(
  fieldsOf<messagingApi.CarouselTemplate>({
    columns: must(listOf(limits.carouselColumns, column)),
    imageAspectRatio: ratio,
    imageSize: fit,
  }),
  columnsAlike,
);

const imageCarousel = fieldsOf<messagingApi.ImageCarouselTemplate>({
  columns: must(
    listOf(
      limits.imageCarouselColumns,
      fieldsOf<messagingApi.ImageCarouselColumn>({
        imageUrl: must(secureUrl(limits.templateImageUrl)),
        action: must(actionIn('imageCarousel'), UNSPECIFIED),
      }),
    ),
  ),
});

const template = byType<messagingApi.Template['type']>({
  buttons,
  confirm,
  carousel,
  image_carousel: imageCarousel,
});

/** One of LINE's ready-made layouts; faults in it are reported by a path within the message. */
export const templateMessage: Check = both(
  fieldsOf<Omit<messagingApi.TemplateMessage, 'template'>>({
    ...ofEveryMessage,
    altText: must(words(limits.altText)),
  }),
  whole(({ template: given }, report) => {
    if (!isGiven(given)) report.refuseAt('template', UNSPECIFIED);
    else report.enterContent('', () => report.enter('template', given, template));
  }),
);
