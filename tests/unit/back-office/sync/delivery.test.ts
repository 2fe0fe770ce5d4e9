import { expect, syncOnce, test } from '../../../fixtures/back-office.ts';
import { queue } from '../../../fixtures/delivery-queue.ts';
import { fileMany } from '../../../fixtures/intake.ts';
import { hurriedPace } from '../../../fixtures/sync-once.ts';

const nominations = 'Đề cử';

test('a filed nomination becomes one row, with names and words that staff read', async ({
  db,
  standIn,
  staff,
}) => {
  const [code] = await fileMany(db, 1);
  expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 1, problems: [] });
  const rows = await staff.rows(nominations);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.fields).toMatchObject({
    'Mã hồ sơ': code,
    Loại: 'Tập thể',
    'Trạng thái': 'Mới tiếp nhận',
    'Đơn vị đề cử': 'Sở Nội vụ',
    'Loại đơn vị': 'Sở và cơ quan tương đương',
    'Nhóm tiêu chí': 'Sở, ban, ngành, xã, phường',
    'Tiêu chí': ['iii-1-1-1', 'iii-1-1-3'],
    'Thời gian đạt thành tích': '7/2026 – 10/2026',
    'Cam kết của đơn vị': true,
  });
  expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 0 });
});

test('rows go ten to a request', async ({ db, standIn }) => {
  await fileMany(db, 25);
  await syncOnce(db, standIn);
  const before = standIn.counts().accepted;
  await fileMany(db, 1);
  await db.query('update deliveries set delivered_at = null, attempts = 0, next_attempt_at = now()');
  await syncOnce(db, standIn);
  // 26 rows in three requests, each after a look at the rows that are there, and one question for changes.
  expect(standIn.counts().accepted - before).toBe(7);
});

test('Airtable dying after it wrote makes no second row and moves no state back', async ({
  db,
  standIn,
  staff,
}) => {
  await fileMany(db, 3);
  let calls = 0;
  standIn.setFault(({ method }) => (method === 'PATCH' && calls++ === 0 ? { kind: 'die-after' } : null));
  expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 0 });
  const [first] = await staff.rows(nominations);
  await staff.change(nominations, first?.id ?? '', { 'Trạng thái': 'Đang kiểm tra' });
  await db.query('update deliveries set next_attempt_at = now()');
  expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 3 });
  const states = (await staff.rows(nominations)).map(({ fields }) => fields['Trạng thái']);
  expect(states.sort()).toEqual(['Mới tiếp nhận', 'Mới tiếp nhận', 'Đang kiểm tra'].sort());
});

test('a retry that is the first to arrive still gets its first state', async ({ db, standIn, staff }) => {
  await fileMany(db, 2);
  standIn.setFault(({ method }) => (method === 'PATCH' ? { kind: 'die-before' } : null));
  await syncOnce(db, standIn);
  standIn.setFault(null);
  await db.query('update deliveries set next_attempt_at = now()');
  await syncOnce(db, standIn);
  const states = (await staff.rows(nominations)).map(({ fields }) => fields['Trạng thái']);
  expect(states).toEqual(['Mới tiếp nhận', 'Mới tiếp nhận']);
});

for (const [what, fault] of [
  ['500', { kind: 'status', status: 500 }],
  ['an HTML page', { kind: 'status', status: 502, html: '<h1>Bad gateway</h1>' }],
  ['HTML with 200', { kind: 'status', status: 200, html: '<h1>Hello</h1>' }],
  ['nothing at all', { kind: 'hang' }],
  ['an answer that comes too late', { kind: 'slow', ms: 900 }],
] as const) {
  test(`Airtable answering with ${what} costs nothing but time`, async ({ db, standIn, staff }) => {
    await fileMany(db, 2);
    standIn.setFault(({ method }) => (method === 'PATCH' ? fault : null));
    const report = await syncOnce(db, standIn, {}, { ...hurriedPace, timeoutMs: 500 });
    expect(report.delivered).toBe(0);
    expect(report.failure).not.toBeNull();
    for (const row of await queue(db))
      expect(row).toMatchObject({ attempts: 1, delivered_at: null, set_aside_at: null });
    standIn.setFault(null);
    await db.query('update deliveries set next_attempt_at = now()');
    expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 2 });
    expect(await staff.rows(nominations)).toHaveLength(2);
  });
}

test('a 429 stops every sync for the pause and counts against no row', async ({ db, standIn }) => {
  await fileMany(db, 1);
  const pace = { gapMs: 0, refusedMs: 0, restMs: 2, pauseMs: 40_000, timeoutMs: 5_000, runMs: 30_000 };
  standIn.setFault(({ method }) => (method === 'PATCH' ? { kind: 'status', status: 429 } : null));
  await syncOnce(db, standIn, {}, pace);
  expect((await queue(db))[0]).toMatchObject({ attempts: 0, last_error: null });
  standIn.setFault(null);
  const before = standIn.counts().accepted;
  await syncOnce(db, standIn, {}, pace);
  expect(standIn.counts().accepted).toBe(before);
  // The pause is over.
  await db.query('update airtable_slots set free_at = now()');
  expect(await syncOnce(db, standIn, {}, pace)).toMatchObject({ delivered: 1 });
});

test('a wrong token stops the run with a word on what to mend, and keeps the queue', async ({
  db,
  standIn,
}) => {
  await fileMany(db, 1);
  standIn.setFault(() => ({ kind: 'status', status: 401 }));
  const { problems } = await syncOnce(db, standIn);
  expect(problems.join()).toContain('AIRTABLE_TOKEN');
  expect((await queue(db))[0]).toMatchObject({ delivered_at: null, set_aside_at: null });
});

test('a fault in the middle of a split chunk moves no state back', async ({ db, standIn, staff }) => {
  const codes = await fileMany(db, 2);
  await db.query(`update submissions set answers = answers || '{"size": "nhiều"}' where code = $1`, [
    codes[1],
  ]);
  let writes = 0;
  standIn.setFault(({ method }) => {
    if (method !== 'PATCH') return null;
    writes += 1;
    // The chunk is refused, the first half is written, then the token is gone.
    return writes === 3 ? { kind: 'status', status: 401 } : null;
  });
  await db.query(`update submissions set received_at = now() - interval '1 hour' where code = $1`, [
    codes[0],
  ]);
  await syncOnce(db, standIn);
  standIn.setFault(null);
  const [row] = await staff.rows(nominations);
  await staff.change(nominations, row?.id ?? '', { 'Trạng thái': 'Đang kiểm tra' });
  await syncOnce(db, standIn);
  expect((await staff.rows(nominations)).map(({ fields }) => fields['Trạng thái'])).toEqual([
    'Đang kiểm tra',
  ]);
});
