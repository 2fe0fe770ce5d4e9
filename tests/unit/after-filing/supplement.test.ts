import { parseHTML } from 'linkedom';

import { postSupplement, supplementPage } from '../../../src/after-filing/post-supplement.ts';
import {
  askedAgain,
  hasSupplement,
  saveSupplement,
  type Supplement,
} from '../../../src/after-filing/supplement.ts';
import { filingFiles } from '../../../src/evidence/filing-files.ts';
import type { Database } from '../../../src/postgres.ts';
import { findStatus } from '../../../src/submissions/store.ts';
import { expect, syncOnce, test } from '../../fixtures/back-office.ts';
import { file, filingTools, formPage } from '../../fixtures/filing.ts';
import { memoryBlobs } from '../../fixtures/memory-blobs.ts';
import { asForm, goodNomination } from '../../fixtures/nominations.ts';

const tools = (db: Database) => ({
  find: (code: string) => askedAgain(db, code),
  isStored: (code: string, key: string) => hasSupplement(db, code, key),
  save: (code: string, supplement: Supplement) => saveSupplement(db, code, supplement),
  files: filingFiles(db, memoryBlobs(), ''),
  withinLimit: async () => true,
  readPage: async () => formPage,
});

const answer = (db: Database, code: string, answers: Record<string, unknown>, json = true) =>
  postSupplement(
    new Request(`http://localhost:8888/api/supplements/${code}`, {
      method: 'POST',
      ...(json
        ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(answers) }
        : { body: asForm(answers) }),
    }),
    code,
    tools(db),
  );

/** A nomination of which staff ask some questions again. */
const asked = test.extend<{ code: string }>({
  code: async ({ db, standIn, staff }, use) => {
    const { code } = await (await file(filingTools(db), goodNomination({ size: '12' }))).json();
    await syncOnce(db, standIn);
    const [row] = await staff.rows('Đề cử');
    await staff.change('Đề cử', row?.id ?? '', {
      'Trạng thái': 'Yêu cầu bổ sung',
      'Hướng dẫn bổ sung': 'Số liệu <chưa> khớp.',
      'Câu cần trả lời lại': ['Thành tích', 'Số người'],
    });
    await syncOnce(db, standIn);
    await use(code);
  },
});

asked(
  'the code opens exactly the questions asked again, with the reason and no earlier answer',
  async ({ db, code }) => {
    const again = await askedAgain(db, code);
    expect(again).toMatchObject({ asked: ['achievements', 'size'], guidance: 'Số liệu <chưa> khớp.' });
    const page = await supplementPage(new Request(`http://localhost/bo-sung/?ma=${code}`), tools(db));
    const html = await page.text();
    const { document } = parseHTML(html);
    expect(
      [...document.querySelectorAll('[data-field]')].map((field) => field.getAttribute('data-field')),
    ).toEqual(['achievements']);
    expect(document.querySelector('form')?.getAttribute('action')).toBe(`/api/supplements/${code}`);
    expect(document.querySelector('.before-form')?.textContent).toContain('Lý do: Số liệu <chưa> khớp.');
    expect(html).not.toContain('Thành tích thử');
  },
);

asked(
  'the answer joins the same row, which staff see as “Đã bổ sung”',
  async ({ db, standIn, staff, code }) => {
    const reply = await answer(db, code, { achievements: 'Thành tích có số liệu.', size: '15' });
    expect(reply.status).toBe(201);
    expect(await findStatus(db, code)).toMatchObject({ state: 'da-bo-sung' });
    // The back office has not heard of it: its old state does not come back.
    await syncOnce(db, standIn);
    await syncOnce(db, standIn);
    expect(await findStatus(db, code)).toMatchObject({ state: 'da-bo-sung' });
    const rows = await staff.rows('Đề cử');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.fields).toMatchObject({
      'Trạng thái': 'Đã bổ sung',
      'Thành tích': 'Thành tích có số liệu.',
      'Số người': 15,
      'Đối tượng': 'Tập thể thử',
    });
    const { rows: kept } = await db.query('select replaced from supplements where code = $1', [code]);
    expect(kept).toEqual([{ replaced: { achievements: 'Thành tích thử, chuyển đổi số.', size: 12 } }]);
  },
);

asked(
  'an optional answer that is left empty takes the old one away; other fields cannot be changed',
  async ({ db, code }) => {
    await answer(db, code, { achievements: 'Mới.', name: 'Tên khác' });
    const { rows } = await db.query('select answers from submissions where code = $1', [code]);
    expect(rows[0]?.answers).toMatchObject({ achievements: 'Mới.', name: 'Tập thể thử' });
    expect(rows[0]?.answers).not.toHaveProperty('size');
  },
);

asked('mistakes are told at the questions asked alone, and nothing is stored', async ({ db, code }) => {
  const reply = await answer(db, code, { size: 'nhiều' });
  expect(reply.status).toBe(422);
  expect((await reply.json()).errors.map(({ field }: { field: string }) => field)).toEqual([
    'size',
    'achievements',
  ]);
  const page = await answer(db, code, { achievements: '' }, false);
  expect(page.status).toBe(422);
  expect(await findStatus(db, code)).toMatchObject({ state: 'yeu-cau-bo-sung' });
});

asked(
  'a retry stores nothing twice, and a code with nothing asked leads to its state',
  async ({ db, code }) => {
    const answers = { achievements: 'Mới.' };
    expect((await answer(db, code, answers, false)).headers.get('location')).toBe(`/tra-cuu/?ma=${code}`);
    expect((await answer(db, code, answers, false)).status).toBe(303);
    expect((await answer(db, code, answers)).status).toBe(404);
    expect((await db.query('select 1 from supplements')).rowCount).toBe(1);
    const page = await supplementPage(new Request(`http://localhost/bo-sung/?ma=${code}`), tools(db));
    expect(page.headers.get('location')).toBe(`/tra-cuu/?ma=${code}`);
  },
);

asked('asked once more, the same answers are an answer again', async ({ db, code }) => {
  const answers = { achievements: 'Mới.' };
  await answer(db, code, answers, false);
  await db.query(
    `update submissions set state = 'yeu-cau-bo-sung', asked = '{achievements}' where code = $1`,
    [code],
  );
  await answer(db, code, answers, false);
  expect(await findStatus(db, code)).toMatchObject({ state: 'da-bo-sung' });
  expect((await db.query('select 1 from supplements')).rowCount).toBe(2);
});
