import type { Redirect } from '../../gallery/stories/server/publication-log.ts';

/** Old, short and shared addresses; `*` takes the rest of a path along, as `:splat`. */
export const shortAddresses: readonly Redirect[] = [
  { from: '/kehoach/*', to: '/ke-hoach/:splat', status: 301 },
  { from: '/tracuu', to: '/tra-cuu/', status: 301 },
];
