import { readFile } from 'node:fs/promises';

const bare = (path: string) => path.replace(/\/$/, '');

/**
 * Whether an address is one that `dist/_redirects` answers with 410. Netlify honours the status of such a rewrite; its
 * local emulation answers 200.
 */
export async function readGone(): Promise<(path: string) => boolean> {
  const rules = await readFile('dist/_redirects', 'utf8').catch(() => '');
  const gone = new Set(
    rules.split('\n').flatMap((rule) => {
      const [from = '', , status] = rule.split(' ');
      return status === '410' ? [bare(from)] : [];
    }),
  );
  return (path) => gone.has(bare(path));
}
