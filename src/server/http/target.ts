/** What a request asks for: the decoded path, and the address as the client wrote it. */
export interface Target {
  /** Decoded, begins with one slash. Only for looking up; never a path of the file system. */
  path: string;
  /** Path as sent, still encoded. */
  rawPath: string;
  /** Query with its question mark, or nothing. */
  search: string;
}

/** Longest address that is answered. Longer ones are no page and no receipt of this site. */
const maxLength = 8192;

/** Drops scheme and host of the absolute form (RFC 9112, 3.2.2): the site has one origin, whatever a client writes. */
const relative = (url: string): string => url.replace(/^https?:\/\/[^/?#]*/i, '') || '/';

function decoded(rawPath: string): string | null {
  try {
    return decodeURIComponent(rawPath);
  } catch {
    return null;
  }
}

/** Reads the address of a request; null when it is malformed: no path, two leading slashes, bad escapes, control characters. */
export function readTarget(url: string | undefined): Target | null {
  if (url === undefined || url.length > maxLength) return null;
  const [withQuery = ''] = relative(url).split('#');
  const at = withQuery.indexOf('?');
  const rawPath = at < 0 ? withQuery : withQuery.slice(0, at);
  if (!/^\/(?![/\\])/.test(rawPath)) return null;
  const path = decoded(rawPath);
  if (path === null || /[\p{Cc}\\]/u.test(path)) return null;
  return { path, rawPath, search: at < 0 ? '' : withQuery.slice(at) };
}
