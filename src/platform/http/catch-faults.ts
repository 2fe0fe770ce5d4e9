import { faultLine } from './fault-line.ts';
import { problemReply } from './replies.ts';
import { forAnySite, openDataPath } from './security-headers.ts';

const later =
  'Trang này chưa mở được. Hãy thử lại sau ít phút; nếu đang gửi phiếu, bấm Quay lại: nội dung đã nhập còn trên trang trước.';

/** The lines of code that an error came through. */
const linesOf = (error: unknown): string[] =>
  error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];

/** An answer as other sites may read it: what stands below the open data is public, whether a file or a function answers. */
function opened(request: Request, reply: Response): Response {
  if (!new URL(request.url).pathname.startsWith(openDataPath)) return reply;
  reply.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  for (const [name, value] of Object.entries(forAnySite)) reply.headers.set(name, value);
  return reply;
}

/**
 * The same handler, except that what it throws is logged and answered 503 with a problem document, and that open data may be read from any site. Every function of the site
 * is wrapped once, so that no fault ends as an error page of the platform.
 * @param name for the log
 */
export const catchFaults =
  <Rest extends unknown[]>(
    name: string,
    handle: (request: Request, ...rest: Rest) => Response | Promise<Response>,
  ) =>
  async (request: Request, ...rest: Rest): Promise<Response> => {
    try {
      return opened(request, await handle(request, ...rest));
    } catch (error) {
      console.error([`${name} failed: ${faultLine(error)}`, ...linesOf(error)].join('\n'));
      return opened(request, problemReply(503, later, { 'Retry-After': '60' }));
    }
  };
