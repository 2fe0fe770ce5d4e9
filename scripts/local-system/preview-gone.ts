import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const bare = (path: string) => path.replace(/\/$/, '');

/**
 * Whether an address is one that `_redirects` of a built site answers with 410. Netlify honours the status of such a rewrite; its
 * local emulation answers 200.
 */
export async function readGone(site: string): Promise<(path: string) => boolean> {
  const rules = await readFile(join(site, '_redirects'), 'utf8').catch(() => '');
  const gone = new Set(
    rules.split('\n').flatMap((rule) => {
      const [from = '', , status] = rule.split(' ');
      return status === '410' ? [bare(from)] : [];
    }),
  );
  return (path) => gone.has(bare(path));
}
