import { parseHTML } from 'linkedom';
import { askedAgain } from '../../../../src/filing/follow-up/information-request.ts';
import { supplementPage } from '../../../../src/filing/follow-up/supplement-page.ts';
import { findStatus } from '../../../../src/filing/intake/store.ts';
import { receiptKeys, statusPath } from '../../../../src/filing/receipts/server/receipt-key.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { answerWith, supplementTools } from '../../../fixtures/after-filing.ts';
import { expect, syncOnce, test } from '../../../fixtures/back-office.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const answer = (db: Database, code: string, answers: Record<string, unknown>, json = true) =>
  answerWith(db, code, answers, { json });
const pathOf = (db: Database, code: string) => statusPath(code, receiptKeys(db).of(code));
const openPage = (db: Database, code: string) =>
  supplementPage(
    new Request(`http://localhost/bo-sung/?ma=${code}&khoa=${receiptKeys(db).of(code)}`),
    supplementTools(db),
  );

/** A nomination of which staff ask some questions again. */
const asked = test.extend<{ code: string }>({
  code: async ({ db, standIn, staff }, use) => {
    const { code } = await (await file(intakeTools(db), goodNomination({ size: '12' }))).json();
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
  'the key opens exactly the questions asked again, with the reason and the answers that stand there',
  async ({ db, code }) => {
    const again = await askedAgain(db, code);
    expect(again).toMatchObject({ asked: ['achievements', 'size'], guidance: 'Số liệu <chưa> khớp.' });
    const { document } = parseHTML(await (await openPage(db, code)).text());
    expect(
      [...document.querySelectorAll('[data-field]')].map((field) => field.getAttribute('data-field')),
    ).toEqual(['achievements']);
    expect(document.querySelector('form')?.getAttribute('action')).toBe(
      `/api/supplements/${code}?khoa=${receiptKeys(db).of(code)}`,
    );
    expect(document.querySelector('.before-form')?.textContent).toContain('Lý do: Số liệu <chưa> khớp.');
    expect(document.querySelector('textarea')?.textContent).toContain('Thành tích thử');
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

asked('an optional answer that is left empty stays; other fields cannot be changed', async ({ db, code }) => {
  await answer(db, code, { achievements: 'Mới.', size: '', name: 'Tên khác' });
  const { rows } = await db.query('select answers from submissions where code = $1', [code]);
  expect(rows[0]?.answers).toMatchObject({ achievements: 'Mới.', size: 12, name: 'Tập thể thử' });
});

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
    expect((await answer(db, code, answers, false)).headers.get('location')).toBe(pathOf(db, code));
    expect((await answer(db, code, answers, false)).status).toBe(303);
    expect((await answer(db, code, answers)).status).toBe(404);
    expect((await db.query('select 1 from supplements')).rowCount).toBe(1);
    const page = await openPage(db, code);
    expect(page.headers.get('location')).toBe(pathOf(db, code));
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
