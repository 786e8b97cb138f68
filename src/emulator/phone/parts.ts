import { isFields, isTyped, listIn, type Typed, textIn } from '../json';

/** A button that a message or menu shows. */
export interface Button {
  readonly action: Typed;
  /** All words it can be called by: its label, and what is written on it. */
  readonly names: readonly string[];
}

/** Where a walk goes on into; an action is the end of a branch. */
const INNER = [
  'contents',
  'header',
  'hero',
  'body',
  'footer',
  'template',
  'columns',
  'actions',
  'altContent',
] as const;

/** Every button of one message, in reading order; quick replies are no part of it. */
export const buttonsOf = (message: Typed): readonly Button[] => {
  if (message.type === 'imagemap') return listIn(message, 'actions').filter(isTyped).map(bare);
  if (message.type === 'template') return templateButtons(message.template);
  return message.type === 'flex' ? flexButtons(message.contents) : [];
};

const bare = (action: Typed): Button => ({ action, names: namesOf(action) });

/** What an action can be called by where nothing is written on it. */
export const namesOf = (action: Typed): readonly string[] =>
  [textIn(action, 'label'), textIn(action, 'displayText')].filter((name) => name !== undefined);

const templateButtons = (template: unknown): readonly Button[] =>
  isFields(template)
    ? [
        ...listIn(template, 'actions'),
        template.defaultAction,
        ...listIn(template, 'columns').flatMap((column) => [
          ...listIn(column, 'actions'),
          isFields(column) ? (column.action ?? column.defaultAction) : undefined,
        ]),
      ]
        .filter(isTyped)
        .map(bare)
    : [];

const flexButtons = (node: unknown): readonly Button[] => {
  if (Array.isArray(node)) return node.flatMap(flexButtons);
  if (!isFields(node)) return [];
  const own = isTyped(node.action)
    ? [{ action: node.action, names: [...namesOf(node.action), wordsIn(node).join(' ')] }]
    : [];
  return [...own, ...INNER.flatMap((key) => flexButtons(node[key]))];
};

/** All words that a reader sees in one message, in reading order; buttons by their labels in brackets. */
export const wordsOf = (message: Typed): readonly string[] => {
  switch (message.type) {
    case 'flex':
      return wordsIn(message.contents);
    case 'template':
      return wordsIn(message.template);
    case 'text':
    case 'textV2':
      return [textIn(message, 'text') ?? ''];
    case 'location':
      return [textIn(message, 'title') ?? '', textIn(message, 'address') ?? ''];
    default:
      return [textIn(message, 'altText') ?? ''];
  }
};

const wordsIn = (node: unknown): readonly string[] => {
  if (Array.isArray(node)) return node.flatMap(wordsIn);
  if (!isFields(node)) return [];
  const words = [
    ...[textIn(node, 'title'), textIn(node, 'text')].filter((text) => text !== undefined),
    ...INNER.flatMap((key) => (key === 'actions' ? [] : wordsIn(node[key]))),
    ...listIn(node, 'actions').flatMap(buttonWords),
  ];
  // A box that holds nothing but a button's words is a button to whoever looks at it.
  const isButton = node.type === 'button' || words.join('') === textIn(node.action, 'label');
  return isButton && isFields(node.action) ? buttonWords(node.action) : words;
};

const buttonWords = (action: unknown): readonly string[] => {
  const label = textIn(action, 'label');
  return label === undefined ? [] : [`[${label}]`];
};
