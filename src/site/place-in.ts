/** What `aria-current` says of a link on the page at `path`: the page itself, a part that holds it, or nothing. */
export function placeIn(path: string, href: string): 'page' | 'true' | undefined {
  if (path === href) return 'page';
  return href !== '/' && path.startsWith(href) ? 'true' : undefined;
}
