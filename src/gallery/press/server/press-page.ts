import { openPage } from '../../../platform/dom/server/open-page.ts';
import {
  fileReply,
  pageReply,
  problemReply,
  seeElsewhere,
  seeOther,
} from '../../../platform/http/replies.ts';
import { holdLines } from '../../../vietnamese/held-lines.ts';
import { fillSlots } from '../../../vocabulary/slots.ts';
import { honourName } from '../../honours/honour-name.ts';
import { honourSheet } from '../../honours/server/honour-sheet.ts';
import { storyPlainText } from '../plain-text.ts';
import { pressPaths, pressTemplate } from '../press-path.ts';
import { drawnStory } from './drawn-story.ts';
import type { PressTools } from './press-tools.ts';
import { showPress } from './show-press.ts';

/** The press asks again before it prints: a story that was taken down must be gone. */
const headers = { 'X-Robots-Tag': 'noindex', 'Cache-Control': 'public, max-age=0, must-revalidate' } as const;

/**
 * Answers `/bao-chi/dien-hinh/<id>/` and `<id>.txt`: what the press needs of a story that is public now, and `<id>.pdf`: the sheet of
 * an honour. A story that was taken down leads to the page that says so; an id that was never shown, or a sheet of what no decision
 * honours, is not found.
 */
export async function getPressPage(request: Request, name: string, tools: PressTools): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return problemReply(405, 'Hãy mở trang này bằng GET.', { Allow: 'GET, HEAD' });
  const [, asked = '', type] = /^((?:MH|VD)-\d{4,})(\.(?:txt|pdf))?$/i.exec(name) ?? [];
  const id = asked.toUpperCase();
  const { story, wasShown } = asked ? await tools.read(id) : { story: null, wasShown: false };
  if (!story) return wasShown ? seeOther(`/d/${id}`) : pageReply(404, await tools.readPage('/404.html'));
  const { page, text, sheet } = pressPaths(id);
  const { pathname } = new URL(request.url);
  const isSheet = type?.toLowerCase() === '.pdf';
  const files = isSheet ? sheet : text;
  const address = type ? files : page;
  if (pathname !== address) return seeElsewhere(address);
  const shown = await drawnStory(story, tools);
  if (isSheet) {
    if (honourName(shown) === null) return pageReply(404, await tools.readPage('/404.html'));
    const name = `inline; filename="to-tin-${id}.pdf"`;
    return fileReply(await honourSheet(shown, tools.origin), 'application/pdf', name, headers);
  }
  const adoptions = await tools.adoptionsOf(id);
  if (type) {
    const plain = fillSlots(storyPlainText(shown, new URL(tools.origin), adoptions));
    return pageReply(200, plain, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
  }
  const opened = openPage(await tools.readPage(pressTemplate));
  showPress(opened.document, shown, tools.origin, adoptions);
  return pageReply(200, holdLines(opened.html()), headers);
}
