import type { APIRoute } from 'astro';

/** Everything may be read; pages that must not be found say so themselves. https://www.rfc-editor.org/rfc/rfc9309 */
export const GET: APIRoute = ({ url, site = url }) =>
  new Response(`User-agent: *\nDisallow:\n\nSitemap: ${new URL('/sitemap-index.xml', site)}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
