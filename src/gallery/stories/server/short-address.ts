import { pageReply, problemReply, seeElsewhere } from '../../../platform/http/replies.ts';
import { type Database, queryWithRetry } from '../../../platform/postgres.ts';
import { readId } from '../../honours/find-honours.ts';

/** The page for an address that is not there: a file of the built site. */
const notFoundPage = '/404.html';

/** The path that a story has now, or had last, by its id; null for an id that was never shown. */
export async function findStoryPath(db: Database, id: string): Promise<string | null> {
  const { rows } = await queryWithRetry<{ slug: string }>(
    db,
    'select slug from shown_stories where id = $1',
    [id],
  );
  return rows[0] ? `/dien-hinh/${rows[0].slug}/` : null;
}

/** What the short address needs from its caller. */
interface ShortAddressTools {
  find: (id: string) => Promise<string | null>;
  readPage: (path: string) => Promise<string>;
}

/**
 * Answers `/d/<id>`, the permanent address of a story, however a person or a program spelt it (see `readId`): 301 to its page, which says so where the story was taken
 * down, and 404 for an id that was never shown.
 */
export async function getShortAddress(
  request: Request,
  id: string,
  { find, readPage }: ShortAddressTools,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return problemReply(405, 'Địa chỉ này chỉ để mở bằng GET.', { Allow: 'GET, HEAD' });
  const wanted = readId(id);
  const path = wanted === null ? null : await find(wanted);
  return path ? seeElsewhere(path) : pageReply(404, await readPage(notFoundPage));
}
