import { readdir, writeFile } from 'node:fs/promises';
import { headerRules } from './header-rules.ts';

/** Netlify’s `_headers` file. See `headerRules`. */
export const headersFile = (scripts: readonly string[]): string =>
  headerRules(scripts)
    .map(([path, headers]) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), '\n'].join('\n'),
    )
    .join('');

/** Writes `_headers` into the built site. https://docs.netlify.com/routing/headers/ */
export async function writeHeaders(dir: URL): Promise<void> {
  const scripts = await readdir(new URL('_astro/', dir));
  await writeFile(new URL('_headers', dir), headersFile(scripts.toSorted()));
}
