import { defineMiddleware } from 'astro:middleware';
import { allowStyles } from './http/style-policy.ts';

/** At build: lets each page's own styles through, and no others. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (import.meta.env.DEV || !response.headers.get('content-type')?.includes('text/html')) return response;
  return new Response(allowStyles(await response.text()), response);
});
