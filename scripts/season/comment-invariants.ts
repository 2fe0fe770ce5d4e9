import { makeNotice } from '../../src/progress/comments/server/make-notice.ts';
import { readShownVersions } from '../../src/progress/comments/server/shown.ts';
import { allCases, type CommentCase } from '../../src/vocabulary/comment-cases.ts';
import { comments, correctedText, lists, seasonLists, stances } from './comment-steps.ts';
import type { World } from './world.ts';

const isOpenRow = (fields: Record<string, unknown>) => fields['Trạng thái'] !== 'Rút phiếu';

/** Each count of comments: by those who sent them, in the store, in the base, and in the words of the list's row. */
async function brokenCounts({ db, staff, ledger }: World): Promise<string[]> {
  const rows = await staff.rows(comments);
  const told = await staff.rows(lists);
  const { rows: stored } = await db.query<{ id: string; stance: string; count: number }>(
    `select answers ->> 'case' as id, answers ->> 'stance' as stance, count(*)::int as count
     from submissions where form = 'gop-y' and state <> 'rut-phieu' group by 1, 2`,
  );
  const broken = seasonLists.flatMap((list) => {
    const sent = ledger.comments.filter((one) => one.case === list && !one.isWithdrawn);
    const words = String(told.find(({ fields }) => fields['Mã đợt'] === list)?.fields['Tình hình']);
    const byStance = stances.flatMap(([stance, label]) => {
      const own = sent.filter((one) => one.stance === stance).length;
      const held = stored.find((row) => row.id === list && row.stance === stance)?.count ?? 0;
      const read = rows.filter(
        ({ fields }) => fields['Mã đợt'] === list && fields['Ý kiến'] === label && isOpenRow(fields),
      ).length;
      return own === held && own === read
        ? []
        : [`${list}, ${label}: ${own} sent, ${held} stored, ${read} rows`];
    });
    return words.includes(`Đã nhận ${sent.length} góp ý`)
      ? byStance
      : [...byStance, `${list}: ${sent.length} comments, and its row says “${words}”`];
  });
  const back = ledger.comments.filter(({ isWithdrawn }) => isWithdrawn).length;
  const rowsBack = rows.filter(({ fields }) => !isOpenRow(fields)).length;
  if (back !== rowsBack) broken.push(`${back} comments were taken back, and ${rowsBack} rows say so`);
  if (rows.length !== ledger.comments.length)
    broken.push(`${ledger.comments.length} comments were sent, and the base has ${rows.length}`);
  return broken;
}

/** The proof of publication of a list: seen within its time alone, each version that was up, the last one word for word. */
async function brokenProof({ db }: World, one: CommentCase, versions: number): Promise<string[]> {
  const seen = await readShownVersions(db, one.id);
  const notice = makeNotice(one, seen, { signer: null, siteUrl: 'https://thidua.example', now: new Date() });
  if (!notice || seen.length !== versions)
    return [`${one.id}: ${seen.length} versions seen, not ${versions}`];
  const isOutside = seen.some(
    ({ firstSeenAt, lastSeenAt }) => firstSeenAt < one.opensAt || lastSeenAt >= one.closesAt,
  );
  const last = notice.content?.list.map((cells) => cells.join('\t')).join('\n');
  const isWhole = versions === 1 || last === correctedText;
  return [
    ...(isOutside ? [`${one.id} was seen outside its time`] : []),
    ...(isWhole ? [] : [`the proof of ${one.id} holds another list`]),
  ];
}

/** What does not hold of lists and comments at the end of a year. */
export async function brokenComments(world: World): Promise<string[]> {
  const cases = seasonLists.flatMap((id) => allCases().find((one) => one.id === id) ?? []);
  if (cases.length !== seasonLists.length) return ['a list is gone'];
  const proofs = await Promise.all(cases.map((one, at) => brokenProof(world, one, at === 0 ? 2 : 1)));
  return [...(await brokenCounts(world)), ...proofs.flat()];
}
