import { pageReply, problemReply, seeElsewhere, seeOther } from '../../../platform/http/replies.ts';
import { drawnStory } from '../../press/server/drawn-story.ts';
import type { PressTools } from '../../press/server/press-tools.ts';
import { embedPath } from '../embed-path.ts';
import { cardHtml, cardPolicy } from './card-html.ts';

/**
 * Answers `/nhung/<id>/`: the card of a story that is public now, the one page that other sites may frame. What is no longer
 * public leads to the page that says so, and an id that was never shown is not found.
 */
export async function getEmbed(request: Request, name: string, tools: PressTools): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return problemReply(405, 'Hãy mở thẻ này bằng GET.', { Allow: 'GET, HEAD' });
  const id = name.toUpperCase();
  const isId = /^(?:MH|VD)-\d{4,}$/.test(id);
  const { story, wasShown } = isId ? await tools.read(id) : { story: null, wasShown: false };
  if (!story) return wasShown ? seeOther(`/d/${id}`) : pageReply(404, await tools.readPage('/404.html'));
  if (new URL(request.url).pathname !== embedPath(id)) return seeElsewhere(embedPath(id));
  const adoptions = await tools.adoptionsOf(id);
  const reply = pageReply(200, cardHtml(await drawnStory(story, tools), adoptions, tools.origin), {
    'Content-Security-Policy': cardPolicy,
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'public, max-age=60, must-revalidate',
    'X-Robots-Tag': 'noindex',
  });
  reply.headers.delete('X-Frame-Options');
  reply.headers.delete('Cross-Origin-Opener-Policy');
  return reply;
}
