import { defineMiddleware } from 'astro:middleware';
import { allowStyles } from './build/security/style-policy.ts';

/** At build: puts the day of its last change into each page, and lets its own styles through, and no others. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  if (import.meta.env.DEV || !response.headers.get('content-type')?.includes('text/html')) return response;
  const page = await response.text();
  return new Response(allowStyles(globalThis.pageRegister?.enter(url.pathname, page) ?? page), response);
});
