import { answerTakedown } from '../../../../src/back-office/takedown/answer-takedown.ts';
import { takedownLink } from '../../../../src/back-office/takedown/link.ts';
import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { takeDown } from '../../../../src/gallery/stories/server/takedowns.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { followRows } from '../../../../src/vocabulary/owner-settings.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { listRow, listTable } from '../../../fixtures/held-list.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { noReasons, reasons } from '../../../fixtures/no-reason.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

test.afterEach(() => followRows([]));

const kept = async (db: Database, sql: string) =>
  (await db.query<{ words: string | null }>(sql)).rows[0]?.words ?? null;

test('a story that is taken down without a word goes, nobody reads a reason that is none, and its row asks for one', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  await recordPublication(db, await readPublished(db, { samples: false }));
  const told = async (reason: string | null) => {
    await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ', 'Lý do gỡ': reason });
    await syncOnce(db, standIn);
    expect(await readPublished(db, { samples: false })).toEqual([]);
    const asks = /“Lý do gỡ”/.test(String((await staff.rows(stories))[0]?.fields['Vì sao'] ?? ''));
    return { asks, reason: await kept(db, 'select withdrawn_reason as words from stories') };
  };
  for (const [way, reason] of Object.entries(noReasons))
    expect([way, await told(reason)]).toEqual([way, { asks: true, reason: null }]);
  for (const reason of reasons)
    expect([reason, await told(reason)]).toEqual([reason, { asks: false, reason }]);
});

test('a list of nominees is taken off by words alone, and a row that holds none says so', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(listTable, listRow());
  await syncOnce(db, standIn);
  const off = `select value -> 'takenOff' ->> 'reason' as words from settings where value ->> 'is' = 'comment'`;
  for (const [way, reason] of Object.entries(noReasons)) {
    await staff.change(listTable, id, { 'Lý do rút': reason });
    await syncOnce(db, standIn);
    expect([way, await kept(db, off)]).toEqual([way, null]);
    const asks = /“Lý do rút”/.test(String((await staff.rows(listTable))[0]?.fields['Vì sao'] ?? ''));
    // Blanks look like an empty cell; marks look like a reason.
    expect([way, asks]).toEqual([way, /[\p{P}\p{S}]/u.test(reason ?? '')]);
  }
  await staff.change(listTable, id, { 'Lý do rút': reasons[0] });
  await syncOnce(db, standIn);
  expect(await kept(db, off)).toBe(reasons[0]);
  await staff.change(listTable, id, { 'Lý do rút': '...' });
  await syncOnce(db, standIn);
  expect(await kept(db, off), 'the reason that the public was told stays').toBe(reasons[0]);
});

test('a nomination that is turned down without a word is marked, and no word is told to the unit', async ({
  db,
  standIn,
  staff,
}) => {
  await (await file(intakeTools(db), goodNomination())).json();
  await syncOnce(db, standIn);
  const [row] = await staff.rows('Đề cử');
  const told = async (words: string | null) => {
    await staff.change('Đề cử', row?.id ?? '', {
      'Trạng thái': 'Không đủ điều kiện',
      'Hướng dẫn bổ sung': words,
    });
    for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
    const warning = String((await staff.rows('Đề cử'))[0]?.fields['Cảnh báo'] ?? '');
    return {
      asks: warning.includes('chưa ghi lý do'),
      words: await kept(db, 'select guidance as words from submissions'),
    };
  };
  for (const [way, words] of Object.entries(noReasons))
    expect([way, await told(words)]).toEqual([way, { asks: true, words: null }]);
  for (const words of reasons) expect([words, await told(words)]).toEqual([words, { asks: false, words }]);
});

test('neither the link nor the command takes a story down without a word', async ({ db, standIn, staff }) => {
  await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  const expiresAt = new Date(Date.now() + 3_600_000);
  const { searchParams } = new URL(takedownLink('bi-mat', { id: 'MH-0101', expiresAt }), 'http://localhost');
  const post = (reason: string) => {
    const body = new URLSearchParams([...searchParams, ['ly-do', reason]]);
    return answerTakedown(new Request('http://localhost/go-khan-cap/', { method: 'POST', body }), {
      secret: 'bi-mat',
      takeDown: (id, words) => takeDown(db, id, words, 'lien-ket'),
      askForBuild: async () => undefined,
    });
  };
  for (const [way, reason] of Object.entries(noReasons)) {
    expect([way, (await post(reason ?? '')).status]).toEqual([way, 422]);
    expect([way, await takeDown(db, 'MH-0101', reason ?? '')]).toEqual([way, false]);
    expect(await readPublished(db, { samples: false }), way).toHaveLength(1);
  }
  expect((await post(reasons[0] ?? '')).status).toBe(200);
  expect(await readPublished(db, { samples: false })).toEqual([]);
});
