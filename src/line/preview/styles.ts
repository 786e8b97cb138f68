import { flexStyles } from './styles/flex';
import { messageStyles } from './styles/messages';

/** The stylesheet that every drawing needs; a page serves it once, before the rules of its own drawings. */
export const previewStyles = `${messageStyles}${flexStyles}`;
