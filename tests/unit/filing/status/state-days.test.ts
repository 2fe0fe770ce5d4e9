import { siteDigest } from '../../../../src/back-office/sync/rebuild.ts';
import { medianAnswerDays, stateDays } from '../../../../src/filing/status/state-days.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { dayInVietnam } from '../../../../src/vietnamese/official-date.ts';
import { workingDaysBetween } from '../../../../src/vietnamese/working-days.ts';
import { holidays } from '../../../../src/vocabulary/holidays.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { fileMany } from '../../../fixtures/intake.ts';

const at = (day: number) => new Date(Date.now() - (60 - day) * 86_400_000);
/** Working days from one of these days to another. */
const days = (from: number, to: number) =>
  workingDaysBetween(dayInVietnam(at(from)), dayInVietnam(at(to)), holidays()) + 1;

/** What the log says of a submission that was filed on day 0: its moves, each with its day. */
async function moved(db: Database, code: string, steps: readonly [day: number, from: string, to: string][]) {
  await db.query('update submissions set received_at = $2 where code = $1', [code, at(0)]);
  for (const [day, from, to] of steps)
    await db.query(
      `insert into acts (at, act, subject, detail, actor) values ($2, 'trang-thai', $1, $3, 'co-quan')`,
      [code, at(day), { from, to }],
    );
}

test('the median of each state is of the days that submissions stood in it', async ({ db }) => {
  const [a = '', b = '', c = ''] = await fileMany(db, 3);
  await moved(db, a, [
    [7, 'moi-tiep-nhan', 'dang-kiem-tra'],
    [14, 'dang-kiem-tra', 'da-tra-loi'],
  ]);
  await moved(db, b, [[14, 'moi-tiep-nhan', 'dang-kiem-tra']]);
  await moved(db, c, [[0, 'moi-tiep-nhan', 'dang-kiem-tra']]);
  const found = await stateDays(db);
  expect(found.find(({ state }) => state === 'dang-kiem-tra')).toMatchObject({
    medianDays: days(7, 14),
    count: 1,
  });
  expect(found.find(({ state }) => state === 'moi-tiep-nhan')).toMatchObject({
    medianDays: days(0, 7),
    count: 3,
  });
});

test('the median of answers is of questions alone, and told from five answers on, published or not', async ({
  db,
}) => {
  const codes = await fileMany(db, 6);
  const [comment = '', ...questions] = codes;
  const ask = () => db.query("update submissions set form = 'phan-hoi' where code = any($1)", [questions]);
  for (const code of questions) await moved(db, code, [[7, 'moi-tiep-nhan', 'da-tra-loi']]);
  await moved(db, comment, [[40, 'moi-tiep-nhan', 'da-tra-loi']]);
  expect(await medianAnswerDays(db)).toBeNull();
  const before = await siteDigest(db, { samples: false }, new Date());
  await ask();
  expect(await medianAnswerDays(db)).toBe(days(0, 7));
  expect(await siteDigest(db, { samples: false }, new Date())).not.toBe(before);
  await db.query("update submissions set form = 'gop-y' where code = $1", [questions[0]]);
  expect(await medianAnswerDays(db)).toBeNull();
});
