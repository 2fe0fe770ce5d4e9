import { createHash } from 'node:crypto';

/** Hashes of styles already seen: the pages of a build share their styles. */
const known = new Map<string, string>();

function hashOf(text: string): string {
  const hash = known.get(text) ?? `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  known.set(text, hash);
  return hash;
}

/** Addresses on which Pagefind compiles its WebAssembly. */
const searchPages = ['/dien-hinh/', '/tim-kiem/'];

/**
 * The page with a policy of its own: it allows what this site serves, and of styles exactly the page's own `<style>` elements;
 * neighbouring elements are joined. Inline styles save one round trip before the first paint, and the policy forbids all other
 * styles. What a page cannot say of itself, such as who may frame it, is in headers (security-headers.ts).
 * https://www.w3.org/TR/CSP3/#meta-element
 * @param page HTML of a whole page, whose head begins with its charset
 * @param path its address on this site
 */
export function withOwnPolicy(page: string, path: string): string {
  const joined = page.replaceAll('</style><style>', '');
  const hashes = [...joined.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text = '']) => hashOf(text));
  const scripts = searchPages.includes(path) ? "'self' 'wasm-unsafe-eval'" : "'self'";
  const policy = [
    "default-src 'self'",
    `script-src ${scripts}`,
    "img-src 'self' data: blob:",
    `style-src ${hashes.length > 0 ? hashes.join(' ') : "'none'"}`,
  ].join('; ');
  return joined.replace(
    '<meta charset="utf-8">',
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}
