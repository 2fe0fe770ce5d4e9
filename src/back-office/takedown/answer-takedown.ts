import { z } from 'zod';
import { escapeMarkup } from '../../platform/markup.ts';
import { saidWords } from '../../vietnamese/said-words.ts';
import { readTakedownLink, takedownPath } from './link.ts';

/** Services of the takedown page. */
export interface TakedownTools {
  secret: string;
  /** False when no story has this id. */
  takeDown: (id: string, reason: string) => Promise<boolean>;
  askForBuild: () => Promise<void>;
}

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'content-security-policy':
    "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

const page = (status: number, title: string, body: string) =>
  new Response(
    `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1>${body}</main></html>`,
    { status, headers },
  );

const refused = () =>
  page(
    403,
    'Liên kết không dùng được',
    '<p>Liên kết sai hoặc đã hết hạn. Xin người vận hành trang một liên kết mới.</p>',
  );

const reasonSchema = z.unknown().transform(saidWords).pipe(z.string().max(500));

function form(parameters: { get: (name: string) => unknown }, id: string, wrong: string) {
  const hidden = ['ma', 'het', 'khoa']
    .map(
      (name) =>
        `<input type="hidden" name="${name}" value="${escapeMarkup(String(parameters.get(name) ?? ''))}">`,
    )
    .join('');
  return `<p>Bài mang mã ${escapeMarkup(id)} sẽ bị gỡ ngay và không hiện lại ở lần đồng bộ sau. Địa chỉ của bài ghi lý do dưới đây.</p>${wrong}<form method="post" action="${takedownPath}">${hidden}<p><label for="ly-do">Lý do gỡ, ai cũng đọc được</label><br><textarea id="ly-do" name="ly-do" rows="4" cols="50" maxlength="500" required></textarea></p><p><button>Gỡ bài này</button></p></form>`;
}

/** Answers the page of a takedown link: `GET` asks for the reason, `POST` takes the story down and asks for a build at once. */
export async function answerTakedown(request: Request, tools: TakedownTools): Promise<Response> {
  const isPost = request.method === 'POST';
  if (!isPost && request.method !== 'GET')
    return new Response(null, { status: 405, headers: { allow: 'GET, POST' } });
  const parameters = isPost
    ? new URLSearchParams((await request.text()).slice(0, 10_000))
    : new URL(request.url).searchParams;
  const permit = readTakedownLink(tools.secret, parameters, new Date());
  if (!permit) return refused();
  if (!isPost) return page(200, 'Gỡ bài khẩn cấp', form(parameters, permit.id, ''));
  const reason = reasonSchema.safeParse(parameters.get('ly-do')).data;
  if (reason === undefined)
    return page(
      422,
      'Gỡ bài khẩn cấp',
      form(parameters, permit.id, '<p role="alert">Ghi lý do, nhiều nhất 500 ký tự.</p>'),
    );
  if (!(await tools.takeDown(permit.id, reason)))
    return page(404, 'Không có bài này', `<p>Không có bài nào mang mã ${escapeMarkup(permit.id)}.</p>`);
  // The next runs of the sync ask again, whatever becomes of this call.
  const isAsked = await tools.askForBuild().then(
    () => true,
    () => false,
  );
  return page(
    200,
    'Đã gỡ bài',
    `<p>Bài ${escapeMarkup(permit.id)} đã gỡ khỏi kho. ${isAsked ? 'Trang đang dựng lại' : 'Trang sẽ dựng lại ở lần đồng bộ tới'}; địa chỉ của bài trả lời “đã gỡ” sau ít phút.</p>`,
  );
}
