import { dataHeaders, securityHeaders } from './security-headers.ts';

const titles = {
  400: 'Yêu cầu chưa đúng',
  403: 'Không nhận từ trang khác',
  404: 'Không tìm thấy',
  405: 'Phương thức không dùng được ở đây',
  409: 'Phiếu đang đóng',
  413: 'Nội dung quá dài',
  415: 'Kiểu nội dung không nhận',
  428: 'Còn một bước nữa',
  429: 'Gửi quá nhiều lần',
  503: 'Tạm thời chưa nhận được',
} as const;

/** A status that this service answers a failed request with. */
export type ProblemStatus = keyof typeof titles;

/** The heading of a problem, for people. */
export const problemTitle = (status: ProblemStatus): string => titles[status];

const always = { ...securityHeaders, 'Cache-Control': 'no-store' };
/** Made once, because validating a dozen headers takes longer than copying them. */
const ofJson = new Headers({
  ...dataHeaders,
  'Cache-Control': 'no-store',
  'Content-Type': 'application/json; charset=utf-8',
});

/**
 * Headers of an answer whose address holds a key. They keep the address from all other pages, ours included, and from every
 * search index. Not `no-referrer`: browsers without `Sec-Fetch-Site` (Safari before 16.4) would then post the page's form with
 * `Origin: null` and be refused.
 */
export const secretAddress = { 'Referrer-Policy': 'strict-origin', 'X-Robots-Tag': 'noindex' } as const;

/** A JSON answer. */
export function jsonReply(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  const reply = new Response(JSON.stringify(body), { status, headers: ofJson });
  for (const [name, value] of Object.entries(headers)) reply.headers.set(name, value);
  return reply;
}

/** A problem document (RFC 9457); `more` are members of this problem alone. */
export function problemReply(
  status: ProblemStatus,
  detail: string,
  headers: Record<string, string> = {},
  more: Record<string, unknown> = {},
): Response {
  const problem = { type: 'about:blank', title: titles[status], status, detail, ...more };
  return jsonReply(status, problem, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    ...headers,
  });
}

const utf8 = new TextEncoder();

/** An HTML page. */
export function pageReply(status: number, html: string, headers: Record<string, string> = {}): Response {
  // As bytes, because `Response` takes three times as long for a long text.
  return new Response(utf8.encode(html), {
    status,
    headers: { ...always, 'Content-Type': 'text/html; charset=utf-8', ...headers },
  });
}

/** A download whose file name is in `disposition` (RFC 6266). */
export function fileReply(
  body: Uint8Array<ArrayBuffer> | string,
  type: string,
  disposition: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(body, {
    headers: { ...always, 'Content-Type': type, 'Content-Disposition': disposition, ...headers },
  });
}

/** “Moved permanently”, to be asked for again after ten minutes: an address may move once more. */
export function seeElsewhere(location: string): Response {
  const headers = { ...securityHeaders, 'Cache-Control': 'public, max-age=600', Location: location };
  return new Response(null, { status: 301, headers });
}

/** “See other”: the browser continues with GET, so that a reload does not post again. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { ...always, Location: location } });
}
