/** The `aria-current` of a link on the page at `path`: `page` for the page itself, `true` for a section with the page. */
export function placeIn(path: string, href: string): 'page' | 'true' | undefined {
  if (path === href) return 'page';
  const isStart = href === '/' || href === '/en/';
  return !isStart && path.startsWith(href) ? 'true' : undefined;
}
