import { Hono } from 'hono';
import { page } from '../page';
import { route } from '../route';
import type { ConsoleEnv } from '../visit';
import { words } from './wording';

/** What needs somebody today. */
export const homeRoutes = new Hono<ConsoleEnv>().get(
  '/',
  route('home.read', (visit) =>
    page(visit, {
      title: words.title,
      isWide: true,
      body: (
        <>
          <h1>{words.title}</h1>
          <p class="lead">{words.hello(visit.staff.name)}</p>
        </>
      ),
    }),
  ),
);
