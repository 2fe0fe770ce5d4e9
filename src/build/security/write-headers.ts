import { writeFile } from 'node:fs/promises';
import { headerRules } from './header-rules.ts';

/** Netlify’s `_headers` file. */
const headersFile = headerRules
  .map(([path, headers]) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
  )
  .join('\n');

/** Writes `_headers` into the built site. https://docs.netlify.com/routing/headers/ */
export const writeHeaders = (dir: URL): Promise<void> => writeFile(new URL('_headers', dir), headersFile);
