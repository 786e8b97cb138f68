import type { Context } from 'hono';
import { islands } from './islands';
import { style } from './style';

/** A short name for a text that changes with it, so that browsers may keep the file for ever. */
const versionOf = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
};

/** Where the console's style and script are; the address names their content. */
export const stylePath = `/console/assets/${versionOf(style)}.css`;
export const scriptPath = `/console/assets/${versionOf(islands)}.js`;

const asset = (c: Context, body: string, type: string): Response =>
  c.body(body, 200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'public, max-age=31536000, immutable',
  });

export const answerStyle = (c: Context): Response => asset(c, style, 'text/css');
export const answerScript = (c: Context): Response => asset(c, islands, 'text/javascript');
