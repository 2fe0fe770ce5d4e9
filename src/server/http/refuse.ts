import type { ServerResponse } from 'node:http';
import { dataHeaders } from '../../platform/http/security-headers.ts';

const problems = {
  400: ['Yêu cầu chưa đúng', 'Địa chỉ này không đọc được. Hãy kiểm tra lại liên kết.'],
  405: ['Phương thức không dùng được ở đây', 'Ở đây chỉ đọc được, bằng GET hoặc HEAD.'],
  413: ['Nội dung quá dài', 'Nội dung gửi lên lớn hơn mức máy chủ nhận. Hãy rút ngắn, hoặc gửi ít tệp hơn.'],
  429: ['Gửi quá nhiều lần', 'Địa chỉ này gửi quá nhanh. Hãy chờ một phút rồi thử lại.'],
  500: ['Máy chủ gặp lỗi', 'Máy chủ gặp lỗi ngoài dự kiến. Hãy thử lại sau ít phút.'],
  503: [
    'Tạm thời chưa phục vụ được',
    'Trang đang được dựng hoặc máy chủ đang khởi động lại. Hãy thử lại sau ít phút.',
  ],
} as const;

/** A status with which the server itself refuses a request, before any function or file. */
export type RefusalStatus = keyof typeof problems;

/** Headers and body of a problem document (RFC 9457) of the server itself. */
function refusal(status: RefusalStatus) {
  const [title, detail] = problems[status];
  const headers: Record<string, string> = {
    ...dataHeaders,
    'Cache-Control': 'no-store',
    'Content-Type': 'application/problem+json; charset=utf-8',
  };
  if (status === 405) headers.Allow = 'GET, HEAD';
  if (status === 429 || status === 503) headers['Retry-After'] = '60';
  return { headers, body: JSON.stringify({ type: 'about:blank', title, status, detail }) };
}

/** The same as a response for functions. */
export function refusalResponse(status: RefusalStatus): Response {
  const { headers, body } = refusal(status);
  return new Response(body, { status, headers });
}

/** Answers with a problem document. A connection whose request was not read to its end is closed. */
export function refuse(outgoing: ServerResponse, status: RefusalStatus): void {
  const { headers, body } = refusal(status);
  const closes = status === 400 || status === 413;
  outgoing.writeHead(status, {
    ...headers,
    'Content-Length': Buffer.byteLength(body),
    ...(closes && { Connection: 'close' }),
  });
  outgoing.end(body);
}
