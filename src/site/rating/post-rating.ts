import { z } from 'zod';
import { faultLine } from '../../platform/http/fault-line.ts';
import { readBody } from '../../platform/http/read-body.ts';
import { jsonReply, problemReply, seeOther } from '../../platform/http/replies.ts';
import { mayBeSameOrigin, wantsJson } from '../../platform/http/requests.ts';
import { opinions, type Rating } from './store.ts';

/** Accepts only pages of this site, because the answer leads back to the page. */
const ratingSchema = z.object({
  page: z
    .string()
    .max(300)
    .regex(/^\/(?:[a-z0-9-]+\/)*$/),
  useful: z.enum(opinions),
});

/** Anchors of the messages on the rated page (Rating.astro). */
const counted = '#da-danh-gia';
const notCounted = '#chua-danh-gia';

/** Dependencies of `postRating`. */
export interface RatingTools {
  /** False for a page that the site never had. */
  count: (rating: Rating) => Promise<boolean>;
  withinLimit: () => Promise<boolean>;
}

/**
 * `POST /api/ratings` with `page` and `useful`. A browser is sent back to the page (303), to the words that say whether
 * the rating was counted; JSON is answered with 201. 400, 403, 404, 405, 413, 415, 429, 503 as problem documents.
 */
export async function postRating(request: Request, { count, withinLimit }: RatingTools): Promise<Response> {
  if (request.method !== 'POST') return problemReply(405, 'Hãy gửi bằng POST.', { Allow: 'POST' });
  if (!mayBeSameOrigin(request)) return problemReply(403, 'Đánh giá phải được gửi từ chính trang này.');
  const body = await readBody(request);
  if (!body.ok) return problemReply(body.status, body.detail);
  const rating = ratingSchema.safeParse(body.answers);
  if (!rating.success) return problemReply(400, 'Thiếu địa chỉ trang hoặc câu trả lời.');
  const { page } = rating.data;
  const asJson = wantsJson(request);
  try {
    if (!(await withinLimit())) {
      if (!asJson) return seeOther(page + notCounted);
      return problemReply(429, 'Địa chỉ này đã gửi quá nhiều lần trong một giờ.', { 'Retry-After': '60' });
    }
    if (!(await count(rating.data))) return problemReply(404, 'Không có trang này.');
    return asJson ? jsonReply(201, { page }) : seeOther(page + counted);
  } catch (error) {
    console.error(`Rating failed: ${faultLine(error)}`);
    if (!asJson) return seeOther(page + notCounted);
    return problemReply(503, 'Chưa ghi được đánh giá. Hãy thử lại sau ít phút.', { 'Retry-After': '60' });
  }
}
