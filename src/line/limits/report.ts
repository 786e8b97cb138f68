/**
 * Something LINE would refuse. LINE looks in three stages and reports only the first that finds anything: `shape` is
 * JSON of the wrong kind, `value` a broken limit, `content` a fault inside a template or Flex Message.
 */
export interface Problem {
  /** In LINE's words as far as they are known. */
  readonly message: string;
  /** Where: `messages[0].text`, or for `content` a path inside the message, e.g. `/footer/contents/2`. */
  readonly property: string;
  readonly stage: 'shape' | 'value' | 'content';
  /** For `content`, the position of the message it is in. */
  readonly messageIndex?: number;
}

/** Looks at one value and tells the report what is wrong with it. */
export type Check = (value: unknown, report: Report) => void;

/** No sensible request is nested deeper; without an end a hostile one would exhaust the stack. */
const DEEPEST = 160;

/** Collects problems while a value is walked, and knows where the walk is. */
export class Report {
  readonly problems: Problem[] = [];
  private readonly path: (string | number)[] = [];
  private content: { readonly from: number; readonly lead: string } | undefined;

  /** True inside a template or Flex Message, where LINE speaks differently. */
  get isContent(): boolean {
    return this.content !== undefined;
  }

  /** Checks a part of the value at hand. */
  enter(key: string | number, value: unknown, check: Check): void {
    this.path.push(key);
    if (this.path.length > DEEPEST) this.wrongKind();
    else check(value, this);
    this.path.pop();
  }

  /** Checks the inside of a message; `lead` stands before each path in it. */
  enterContent(lead: '/' | '', check: () => void): void {
    const before = this.content;
    this.content = { from: this.path.length, lead };
    check();
    this.content = before;
  }

  /** Notes a problem with the value at hand; inside a message with other words, where LINE has them. */
  refuse(message: string, messageInside = message): void {
    if (!this.content) {
      this.problems.push({ message, property: this.dotted(), stage: 'value' });
      return;
    }
    const { from, lead } = this.content;
    const index = this.path[1];
    this.problems.push({
      message: messageInside,
      property: `${lead}${this.path.slice(from).join('/')}`,
      stage: 'content',
      ...(typeof index === 'number' ? { messageIndex: index } : {}),
    });
  }

  /** Notes a problem with a part of the value at hand. */
  refuseAt(key: string | number, message: string, messageInside = message): void {
    this.path.push(key);
    this.refuse(message, messageInside);
    this.path.pop();
  }

  /** Notes that the value at hand is another kind of JSON than LINE expects here; in lists of ids LINE leaves the quotation marks out. */
  wrongKind(quote = "'"): void {
    if (this.content) {
      this.refuse('invalid property');
      return;
    }
    const property = this.dotted();
    const message = `The property, ${quote}${property}${quote}, in the request body is invalid (line: -, column: -)`;
    this.problems.push({ message, property, stage: 'shape' });
  }

  private dotted(): string {
    return this.path.reduce<string>(
      (before, key) =>
        typeof key === 'number' ? `${before}[${key}]` : before === '' ? key : `${before}.${key}`,
      '',
    );
  }
}
