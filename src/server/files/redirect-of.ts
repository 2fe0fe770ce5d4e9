import type { Redirect } from '../../gallery/stories/server/publication-log.ts';

const bare = (path: string) => path.replace(/(?<=.)\/$/, '');

/** The address to which a rule leads from this path, as on the platform: with or without the last slash, `*` takes the rest. */
function target({ from, to }: Redirect, path: string): string | undefined {
  if (!from.endsWith('/*')) return bare(from) === bare(path) ? to : undefined;
  const start = from.slice(0, -1);
  return path.startsWith(start) ? to.replace(':splat', path.slice(start.length)) : undefined;
}

/** The first rule that takes this path, with its target for it; undefined when there is none. */
export function redirectOf(rules: readonly Redirect[], path: string): Redirect | undefined {
  for (const rule of rules) {
    const to = target(rule, path);
    if (to !== undefined) return { ...rule, to };
  }
  return undefined;
}
