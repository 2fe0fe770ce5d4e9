import type { previewAnswer } from '../../../filing/answers/answer-pages.ts';
import { fillPage } from '../../../filing/answers/server/fill-page.ts';
import { stripJpeg } from '../../../filing/evidence/photo/jpeg.ts';
import { stripPng } from '../../../filing/evidence/photo/png.ts';
import { answerPost, replierOf } from '../../../platform/http/answer-post.ts';
import { pageReply, problemReply, secretAddress, seeOther } from '../../../platform/http/replies.ts';
import { readAnswer } from '../confirm-fields.ts';
import { previewPage, readPreviewToken } from '../link.ts';
import type { UnitAnswer } from './answers.ts';
import { fillPreview, type PreviewPart } from './fill-preview.ts';
import type { Preview } from './previews.ts';

/** What the private addresses need from their caller. */
export interface PreviewTools {
  secret: string;
  /** The draft that an address with this end opens. */
  find: (id: string, until: Date) => Promise<Preview | null>;
  findPicture: (id: string) => Promise<Uint8Array | null>;
  record: (id: string, answer: UnitAnswer) => Promise<void>;
  /** Counts an opening or an answer; false when there were too many within the hour. */
  within: (what: 'open' | 'answer', id: string) => Promise<boolean>;
  readPage: (path: string) => Promise<string>;
}

const headers = { ...secretAddress, 'Cache-Control': 'private, no-store' };

/** Answers with one of the closed parts of the page. */
async function closed({ readPage }: PreviewTools, status: number, part: PreviewPart): Promise<Response> {
  const html = fillPage<typeof previewAnswer>(await readPage(previewPage), { parts: [part] });
  return pageReply(status, html, headers);
}

type Opened =
  | { ok: true; id: string; mayAnswer: boolean; preview: Preview }
  | { ok: false; answer: Response };

async function open(token: string, tools: PreviewTools): Promise<Opened> {
  const refuse = async (status: number, part: PreviewPart): Promise<Opened> => ({
    ok: false,
    answer: await closed(tools, status, part),
  });
  const permit = readPreviewToken(tools.secret, token);
  if (!permit) return refuse(404, 'unknown');
  if (permit.until.getTime() < Date.now()) return refuse(410, 'expired');
  if (!(await tools.within('open', permit.id))) return refuse(429, 'too-many');
  const preview = await tools.find(permit.id, permit.until);
  if (!preview) return refuse(410, 'gone');
  return { ok: true, id: permit.id, mayAnswer: permit.role === 'd', preview };
}

async function picture(id: string, { findPicture }: PreviewTools): Promise<Response> {
  const bytes = await findPicture(id);
  const isPng = bytes?.[0] === 0x89;
  // Where and by whom a picture was taken is told to nobody.
  const stripped = bytes && (isPng ? stripPng(bytes) : stripJpeg(bytes));
  if (!stripped?.ok) return problemReply(404, 'Ảnh chưa có.', headers);
  const type = isPng ? 'image/png' : 'image/jpeg';
  return new Response(stripped.bytes, {
    headers: { ...headers, 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' },
  });
}

/**
 * `/xem-truoc/<token>/`: a draft, for staff and the press to read, or for its unit to answer; below it `anh`, the picture. 200, 303
 * to the story once it is public and after an answer, 404 for a wrong address, 410 where it has expired or the draft is gone, 422, 429.
 */
export async function answerPreview(request: Request, token: string, tools: PreviewTools): Promise<Response> {
  const opened = await open(token, tools);
  if (!opened.ok) return opened.answer;
  const { id, mayAnswer, preview } = opened;
  const path = `${previewPage}${token}/`;
  if (new URL(request.url).pathname.endsWith('/anh')) return picture(id, tools);
  if (preview.publicPath) return seeOther(preview.publicPath);
  if (request.method === 'GET' || request.method === 'HEAD') {
    const html = fillPreview(await tools.readPage(previewPage), { preview, path, mayAnswer });
    return pageReply(200, html, headers);
  }
  const show: Parameters<typeof replierOf>[1] = async (pairs, messages) =>
    fillPreview(await tools.readPage(previewPage), { preview, path, mayAnswer, pairs, messages });
  const reply = replierOf(request, show, headers);
  return answerPost(request, {
    reply,
    byPost: 'Hãy gửi bằng POST.',
    foreign: 'Hãy gửi từ chính trang này.',
    failed: 'Answer of a unit failed',
    later: 'Hệ thống chưa ghi được trả lời. Hãy thử lại sau ít phút.',
    answer: async ({ answers, pairs }) => {
      if (!mayAnswer) return reply.refuse(403, 'Địa chỉ này chỉ để đọc.', pairs);
      if (!(await tools.within('answer', id)))
        return reply.refuse(429, 'Đã trả lời quá nhiều lần trong một giờ. Hãy chờ rồi thử lại.', pairs);
      const asked = { photo: preview.draft.photo !== null, contact: preview.draft.contact !== null };
      const read = readAnswer(answers, asked);
      if (!read.ok) return reply.mistaken(read.errors, pairs);
      await tools.record(id, { ...read.answer, seen: preview.seen });
      return seeOther(`${path}#xac-nhan`);
    },
  });
}
