import { readdir, writeFile } from 'node:fs/promises';
import { fileHeaders } from '../../platform/http/security-headers.ts';

const rule = (path: string, headers: Record<string, string>) =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

const forEver = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const forAWeek = { 'Cache-Control': 'public, max-age=604800' };

/**
 * Netlify’s `_headers` file. No rule sets a header that another rule sets: whether the later one replaces the earlier one or joins
 * it is not said. A rule holds for what is missing at its path, too, so only files that are there are kept for a year: a page left
 * open over a deploy asks for scripts that are gone, and the next build may bring them back.
 * @param scripts names of the files in `_astro/`, each with a hash of its content
 */
export const headersFile = (scripts: readonly string[]): string =>
  [
    rule('/*', fileHeaders),
    // Images carry a hash, too. They are too many to be listed.
    rule('/anh/*', forAWeek),
    ...scripts.map((name) => rule(`/_astro/${name}`, forEver)),
    '',
  ].join('\n\n');

/** Writes `_headers` into the built site. https://docs.netlify.com/routing/headers/ */
export async function writeHeaders(dir: URL): Promise<void> {
  const scripts = await readdir(new URL('_astro/', dir));
  await writeFile(new URL('_headers', dir), headersFile(scripts.toSorted()));
}
