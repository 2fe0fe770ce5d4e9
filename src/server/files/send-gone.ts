import type { IncomingMessage, ServerResponse } from 'node:http';
import { headersOf } from '../../build/security/header-rules.ts';
import { escapeMarkup } from '../../platform/markup.ts';
import type { GoneThing } from './gone-thing.ts';

const pageOf = (title: string, lines: readonly string[]) =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><main><h1>${title}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</main></html>`;

function send(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  path: string,
  answer: { status: 410 | 503; body: string; more?: Record<string, string> },
): void {
  outgoing.writeHead(answer.status, {
    ...headersOf(path),
    'Cache-Control': 'no-store',
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(answer.body),
    'X-Robots-Tag': 'noindex',
    ...answer.more,
  });
  outgoing.end(incoming.method === 'HEAD' ? undefined : answer.body);
}

/** Answers 410 for something that was taken back. */
export function sendGone(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  path: string,
  { id, reason }: Pick<GoneThing, 'id' | 'reason'>,
): void {
  const body = pageOf('Nội dung này không còn được công bố', [
    ...(reason ? [`Lý do: ${escapeMarkup(reason)}`] : []),
    'Địa chỉ này vẫn được giữ, không dùng cho nội dung khác.',
    id.startsWith('dien-hinh ')
      ? '<a href="/dien-hinh/">Các điển hình khác</a>'
      : '<a href="/">Trang chủ</a>',
  ]);
  send(incoming, outgoing, path, { status: 410, body });
}

/** For how long a reader of a held file is asked to wait: a build takes about a minute. */
const retrySeconds = '60';

/** Answers 503 for a file that names something that was taken back, and from which only a build can leave it out. */
export function sendHeld(incoming: IncomingMessage, outgoing: ServerResponse, path: string): void {
  const body = pageOf('Tệp đang được dựng lại', [
    'Một nội dung trong tệp này vừa được gỡ. Tệp không có nội dung đó sẽ tải được sau ít phút.',
  ]);
  send(incoming, outgoing, path, { status: 503, body, more: { 'Retry-After': retrySeconds } });
}
