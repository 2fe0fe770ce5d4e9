import { faultLine } from './fault-line.ts';
import { problemReply } from './replies.ts';

const later =
  'Trang này chưa mở được. Hãy thử lại sau ít phút; nếu đang gửi phiếu, bấm Quay lại: nội dung đã nhập còn trên trang trước.';

/** The lines of code that an error came through. */
const linesOf = (error: unknown): string[] =>
  error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];

/**
 * The same handler, except that what it throws is logged and answered 503 with a problem document. Every function of the site
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
      return await handle(request, ...rest);
    } catch (error) {
      console.error([`${name} failed: ${faultLine(error)}`, ...linesOf(error)].join('\n'));
      return problemReply(503, later, { 'Retry-After': '60' });
    }
  };
