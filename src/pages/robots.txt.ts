import type { APIRoute } from 'astro';

/** Robots may read everything. Pages that must not be listed have `noindex`. https://www.rfc-editor.org/rfc/rfc9309 */
export const GET: APIRoute = ({ url, site = url }) =>
  new Response(`User-agent: *\nDisallow:\n\nSitemap: ${new URL('/sitemap-index.xml', site)}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
