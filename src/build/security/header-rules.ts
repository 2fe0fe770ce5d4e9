import { fileHeaders, forAnySite, openDataPath } from '../../platform/http/security-headers.ts';

const forEver = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const forAWeek = { 'Cache-Control': 'public, max-age=604800' };

/** Headers of one address, or of all addresses that begin as it does: `/anh/*`. */
type HeaderRule = readonly [path: string, headers: Readonly<Record<string, string>>];

/** Images carry a hash, too. They are too many to be listed. */
const images: HeaderRule = ['/anh/*', forAWeek];

/**
 * Headers of static files. No rule sets a header that another rule sets: whether the later one replaces the earlier one or joins
 * it is not said by Netlify. A rule holds there for what is missing at its path, too, so only files that are there are kept for a
 * year: a page left open over a deploy asks for scripts that are gone, and the next build may bring them back.
 * @param scripts names of the files in `_astro/`, each with a hash of its content
 */
export const headerRules = (scripts: readonly string[]): readonly HeaderRule[] => [
  ['/*', fileHeaders],
  images,
  [`${openDataPath}*`, forAnySite],
  ...scripts.map((name): HeaderRule => [`/_astro/${name}`, forEver]),
];

/** The headers of a static file that is there, by its address. */
export function headersOf(path: string): Record<string, string> {
  if (path.startsWith('/_astro/')) return { ...fileHeaders, ...forEver };
  if (path.startsWith(openDataPath)) return { ...fileHeaders, ...forAnySite };
  return path.startsWith('/anh/') ? { ...fileHeaders, ...forAWeek } : { ...fileHeaders };
}
