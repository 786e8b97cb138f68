import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { scriptPath, stylePath } from './assets';
import type { Problem, Typed } from './form';
import { type Frame, FrameProvider } from './frame';
import { Header } from './header';
import { ErrorSummary } from './parts/error-summary';
import type { Ask, Visit } from './visit';
import { wording } from './wording';

/** What a page consists of. */
export interface PageContent {
  readonly title: string;
  readonly body: Child;
  readonly status?: ContentfulStatusCode;
  /** What must be put right in the form on it. */
  readonly problems?: readonly Problem[];
  /** What was typed, shown again. */
  readonly typed?: Typed;
  /** True for a page that fills the window, as a wide table does. */
  readonly isWide?: boolean;
}

const doneIn = (c: Ask): string | undefined => {
  const key = c.req.query('done');
  return key === undefined ? undefined : Object.entries(wording.done).find(([name]) => name === key)?.[1];
};

const render = (c: Ask, frame: Frame, content: PageContent): Response | Promise<Response> => {
  c.header('Cache-Control', 'no-store');
  const markup = (
    <FrameProvider value={frame}>
      <Document frame={frame} content={content} done={doneIn(c)} />
    </FrameProvider>
  );
  return c.html(html`<!DOCTYPE html>${markup}`, content.status ?? 200);
};

/** A page for somebody signed in. */
export const page = (visit: Visit, content: PageContent): Response | Promise<Response> =>
  render(
    visit.c,
    {
      nonce: visit.c.get('secureHeadersNonce') ?? '',
      path: new URL(visit.c.req.url).pathname,
      staff: visit.staff,
      formToken: visit.formToken,
      problems: content.problems ?? [],
      typed: content.typed ?? {},
    },
    content,
  );

/** A page before signing in. */
export const openPage = (c: Ask, content: PageContent): Response | Promise<Response> =>
  render(
    c,
    {
      nonce: c.get('secureHeadersNonce') ?? '',
      path: new URL(c.req.url).pathname,
      problems: content.problems ?? [],
      typed: content.typed ?? {},
    },
    content,
  );

/** A page that says no, and what can be done instead. */
export const refusalPage = (
  visit: Visit,
  status: 403 | 404 | 409,
  message: string,
): Response | Promise<Response> =>
  page(visit, {
    title: wording.refusedTitle,
    status,
    body: (
      <>
        <h1>{wording.refusedTitle}</h1>
        <p>{message}</p>
        <p>
          <a href="/console">{wording.toHome}</a>
        </p>
      </>
    ),
  });

/** A piece of a page, for an island to put in place. */
export const fragment = (visit: Visit, body: Child): Response | Promise<Response> => {
  visit.c.header('Cache-Control', 'no-store');
  const frame: Frame = {
    nonce: '',
    path: '',
    staff: visit.staff,
    formToken: visit.formToken,
    problems: [],
    typed: {},
  };
  return visit.c.html(<FrameProvider value={frame}>{body}</FrameProvider>);
};

interface DocumentProps {
  readonly frame: Frame;
  readonly content: PageContent;
  readonly done: string | undefined;
}

const Document = ({ frame, content, done }: DocumentProps) => {
  const { title, problems = [], isWide } = content;
  const prefix = problems.length > 0 ? wording.problemPrefix : '';
  return (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${prefix}${title} | ${wording.siteName}`}</title>
        <link rel="stylesheet" href={stylePath} nonce={frame.nonce} />
        <script src={scriptPath} nonce={frame.nonce} defer={true} />
      </head>
      <body>
        <a class="skip" href="#main">
          {wording.skip}
        </a>
        <Header />
        <main id="main" class={isWide ? 'wide' : undefined} tabindex={-1}>
          {done && (
            <p class="done" role="status">
              {done}
            </p>
          )}
          <ErrorSummary problems={problems} />
          {content.body}
        </main>
        <footer>
          <p>{wording.footer}</p>
        </footer>
      </body>
    </html>
  );
};
