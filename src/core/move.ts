/**
 * What a button means, complete in itself: a button of last spring must still say what it wanted without
 * any memory of the conversation it stood in.
 */
export interface Move {
  /** The dialogue's id. */
  readonly dialogue: string;
  /** The version of the dialogue the button was made by. */
  readonly version: number;
  readonly step: string;
  readonly choice: string;
  /** What the choice is about, e.g. a place's id. Short: a postback holds 300 characters in all. */
  readonly args?: Readonly<Record<string, string>>;
}
