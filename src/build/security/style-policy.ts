import { createHash } from 'node:crypto';

/** Hashes of styles already seen: the pages of a build share their styles. */
const known = new Map<string, string>();

function hashOf(text: string): string {
  const hash = known.get(text) ?? `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  known.set(text, hash);
  return hash;
}

/**
 * The page with a policy that allows exactly its own `<style>` elements; neighbouring elements are joined. Inline styles save
 * one round trip before the first paint, and the policy forbids all other styles. The rest of the policy is in headers
 * (security-headers.ts).
 * https://www.w3.org/TR/CSP3/#meta-element
 * @param page HTML of a whole page, whose head begins with its charset
 */
export function allowStyles(page: string): string {
  const joined = page.replaceAll('</style><style>', '');
  const hashes = [...joined.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text = '']) => hashOf(text));
  if (hashes.length === 0) hashes.push("'none'");
  const policy = ['style-src', ...hashes].join(' ');
  return joined.replace(
    '<meta charset="utf-8">',
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}
