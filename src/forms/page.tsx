import type { Child } from 'hono/jsx';
import type { City } from '../core/city';
import { wording } from './wording';

/** Opens LINE where the chats are; works inside and outside of LINE's own browser. */
const LINE_CHATS = 'https://line.me/R/nv/chat';

/** Where the style is, from the root of our origin. */
export const STYLE_PATH = '/forms/style.css';

/** The frame of every page of ours: one column, large letters, a person's number at the end. */
export const Page = ({
  city,
  title,
  children,
}: {
  readonly city: City;
  readonly title: string;
  readonly children?: Child;
}) => (
  <html lang="ja">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{`${title} ${wording.site(city.name)}`}</title>
      <link rel="stylesheet" href={STYLE_PATH} />
    </head>
    <body>
      <header>{wording.site(city.name)}</header>
      <main>
        <h1>{title}</h1>
        {children}
      </main>
      <footer>{wording.call(city.desk.name, city.desk.phone)}</footer>
    </body>
  </html>
);

/** A sentence and the way back to the chat. */
export const Notice = ({
  city,
  title,
  line,
}: {
  readonly city: City;
  readonly title: string;
  readonly line: string;
}) => (
  <Page city={city} title={title}>
    <p>{line}</p>
    <BackToLine />
  </Page>
);

/** The button that leads back to the chat. */
export const BackToLine = () => (
  <a class="button" href={LINE_CHATS}>
    {wording.back}
  </a>
);
