import { isObject } from '../shape';
import { personalDataIn } from './personal';
import { isActionName, type LintRule, type Node, type Warning, walk } from './warning';

/** What an elder can take in at once; LINE would allow far more. */
const MOST_CHOICES = 4;
/** Those choices, and four ways out: back, from the start, stop, a person. */
const MOST_QUICK_REPLIES = MOST_CHOICES + 4;

/** The parts of a message whose words people read. */
const READ = ['text', 'altText', 'title', 'address', 'label', 'displayText', 'fillInText', 'clipboardText'];

type Note = (rule: LintRule, message: string, property: string) => void;

/** Says what is legal but bad in the messages of a request. */
export const lintMessages = (messages: unknown): readonly Warning[] => {
  if (!Array.isArray(messages)) return [];
  const warnings: Warning[] = [];
  const note: Note = (rule, message, property) => warnings.push({ rule, message, property });
  for (const [index, message] of messages.entries()) {
    if (!isObject(message)) continue;
    const path = `messages[${index}]`;
    quickReplies(message, path, index === messages.length - 1, note);
    walk(message, path, (node, at, name) => {
      personal(node, at, note);
      if (isActionName(name)) action(node, at, message.type === 'flex', note);
    });
    if (message.type === 'flex') {
      walk(message.contents, `${path}.contents`, (node, at) => component(node, at, note));
    }
  }
  return warnings;
};

const quickReplies = (message: Node, path: string, isLast: boolean, note: Note): void => {
  const items = isObject(message.quickReply) ? message.quickReply.items : undefined;
  if (!Array.isArray(items)) return;
  const property = `${path}.quickReply.items`;
  if (!isLast) {
    note('quick-replies-not-shown', 'Only the last message shows its quick replies.', property);
  }
  if (items.length > MOST_QUICK_REPLIES) {
    const count = `${items.length} quick replies`;
    note('too-many-quick-replies', `${count}; ${MOST_QUICK_REPLIES} are enough for anyone.`, property);
  }
};

const personal = (node: Node, path: string, note: Note): void => {
  for (const key of READ) {
    const words = node[key];
    const found = typeof words === 'string' ? personalDataIn(words) : undefined;
    if (found) note('personal-data', `This looks like ${found}; it stays in the chat.`, `${path}.${key}`);
  }
};

const action = (node: Node, path: string, isFlex: boolean, note: Note): void => {
  if (typeof node.uri === 'string' && /^line:/i.test(node.uri)) {
    note('line-scheme-is-deprecated', 'Use https://line.me/R/… instead of line://.', `${path}.uri`);
  }
  if (node.type === 'postback' && node.text !== undefined) {
    note('postback-text-is-deprecated', 'Use displayText; text comes back as a message.', `${path}.text`);
  }
  if (!isFlex && node.altUri !== undefined) {
    note('alt-uri-has-no-effect', 'altUri works in Flex Messages only.', `${path}.altUri`);
  }
};

const component = (node: Node, path: string, note: Note): void => {
  switch (node.type) {
    case 'text':
      if (node.wrap !== true) {
        note('text-does-not-wrap', 'Without wrap a long text is cut.', path);
      }
      scaling(node, path, note);
      return;
    case 'button':
    case 'icon':
      scaling(node, path, note);
      return;
    case 'filler':
      note('filler-is-deprecated', 'Use margins and padding instead of a filler.', path);
      return;
    case 'box':
      if (node.layout === 'horizontal' && Array.isArray(node.contents)) shares(node.contents, path, note);
      return;
    case 'bubble':
      choices(node, path, note);
      return;
    default:
  }
};

const scaling = (node: Node, path: string, note: Note): void => {
  if (node.scaling !== true) {
    note('letters-do-not-scale', 'Without scaling it ignores the letter size she has set.', path);
  }
};

const shares = (contents: readonly unknown[], path: string, note: Note): void => {
  for (const [index, part] of contents.entries()) {
    if (isObject(part) && part.flex === 0) {
      const message = 'With flex 0 in a row, what does not fit large letters is not shown.';
      note('share-zero-cuts', message, `${path}.contents[${index}]`);
    }
  }
};

const choices = (bubble: Node, path: string, note: Note): void => {
  let count = 0;
  walk(bubble, path, (_, __, name) => {
    if (name === 'action') count += 1;
  });
  if (count > MOST_CHOICES) {
    note('too-many-choices', `${count} things to tap in one bubble; ${MOST_CHOICES} are enough.`, path);
  }
};
