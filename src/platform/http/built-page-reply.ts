import { digestOf } from '../files/digest.ts';
import { pageReply } from './replies.ts';

/** A page without a question is the same for all until the next deploy, which empties the platform's cache. */
const cached = {
  'Cache-Control': 'public, max-age=0, must-revalidate',
  'Netlify-CDN-Cache-Control': 'public, max-age=31536000, durable',
  'Netlify-Vary': 'query',
} as const;
/** Headers of a page with an answer in it. */
export const ofQuestion = { ...cached, 'X-Robots-Tag': 'noindex' } as const;

/** Whether a request asks nothing of a function: its answer is then the page as it was built. */
export const asksNothing = ({ url }: Request): boolean => new URL(url).searchParams.size === 0;

/** The page as it was built: 304 for a browser that has it. The tag is weak, since each encoding has other bytes. */
export function builtPageReply(request: Request, html: string): Response {
  const etag = `W/"${digestOf(html)}"`;
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers: { ...cached, ETag: etag } });
  return pageReply(200, html, { ...cached, ETag: etag });
}
