import { withdraw } from '../../src/filing/follow-up/withdraw.ts';
import { putAnswer } from '../../src/gallery/previews/server/answers.ts';
import { putDown, takenDown } from '../../src/gallery/stories/server/takedowns.ts';
import { type Database, inTransaction } from '../../src/platform/postgres.ts';
import type { KeptList } from './kept-list.ts';

/** Drafts that the backup does not know are noted without their text, which comes from the base. */
async function replayDrafts(db: Database, drafts: KeptList['drafts']): Promise<void> {
  await db.query(
    `insert into story_previews as p (id, record_id, fields, state, asked_at, links_until, links_closed_until, withdrawn_at)
     select id, "recordId", '{}', 'cho-xac-nhan', "askedAt", now(), "linksClosedUntil", now()
     from jsonb_to_recordset($1::jsonb) as d (id text, "recordId" text, "askedAt" timestamptz, "linksClosedUntil" timestamptz)
     on conflict (id) do update set asked_at = least(p.asked_at, excluded.asked_at),
       links_closed_until = greatest(p.links_closed_until, excluded.links_closed_until),
       links_until = greatest(p.links_until, excluded.links_closed_until + interval '1 minute')`,
    [JSON.stringify(drafts)],
  );
}

/** What a restore did again. */
export interface Replayed {
  takedowns: number;
  answers: number;
  withdrawals: number;
}

/**
 * Does again what people did after the backup was taken and what the base does not know: takedowns, answers of units about their
 * stories, that they were asked, private addresses that were closed, withdrawals. What is in the backup already stays as it is.
 */
export async function replayActs(db: Database, list: KeptList): Promise<Replayed> {
  await replayDrafts(db, list.drafts);
  const done: Replayed = { takedowns: 0, answers: 0, withdrawals: 0 };
  const known = await takenDown(
    db,
    list.takedowns.map(({ id }) => id),
  );
  for (const takedown of list.takedowns.filter(({ id }) => !known.has(id))) {
    await inTransaction(db, (client) => putDown(client, takedown));
    done.takedowns += 1;
  }
  // In their order: the last answer counts.
  for (const { id, answeredAt, ...answer } of list.answers.toSorted(byTime))
    done.answers += Number(await inTransaction(db, (client) => putAnswer(client, id, answer, answeredAt)));
  for (const code of list.withdrawals) {
    const { rowCount } = await db.query(`select from supplements where code = $1 and kind = 'rut'`, [code]);
    if (!rowCount && (await withdraw(db, code)) === 'done') done.withdrawals += 1;
  }
  return done;
}

const byTime = (a: { answeredAt: string }, b: { answeredAt: string }) =>
  Date.parse(a.answeredAt) - Date.parse(b.answeredAt) || (a.answeredAt < b.answeredAt ? -1 : 1);
