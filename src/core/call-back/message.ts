import { type Message, panel } from '../message';
import { wording } from './wording';

/** Says that her request for a call was taken; never anything personal. */
export const callBackTaken = (): Message => panel([wording.line, wording.change], [], wording.title);
