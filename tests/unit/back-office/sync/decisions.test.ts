import { findStatus } from '../../../../src/filing/intake/store.ts';
import { expect, syncOnce, test } from '../../../fixtures/delivered-nomination.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

test('a state that staff set is what the holder of the code is told', async ({
  db,
  standIn,
  staff,
  record,
  code,
}) => {
  await staff.change('Đề cử', record, {
    'Trạng thái': 'Yêu cầu bổ sung',
    'Hướng dẫn bổ sung': 'Thêm số liệu.',
  });
  await syncOnce(db, standIn);
  expect(await findStatus(db, code)).toMatchObject({ state: 'yeu-cau-bo-sung' });
});

test('a state that the site does not know is reported and changes nothing', async ({
  db,
  standIn,
  record,
  code,
}) => {
  const page = { next: null, expired: false };
  const none = { ask: async () => ({ ...page, rows: [] }), read: async () => [] };
  const backOffice = {
    send: () => Promise.reject(new Error('not now')),
    lookAtKept: async () => new Map(),
    files: {
      attached: () => Promise.reject(new Error('not now')),
      attach: () => Promise.reject(new Error('not now')),
    },
    emptyNotes: async () => true,
    writeDraft: async () => ({ is: 'postponed' as const }),
    remove: async () => ({ removed: [], absent: [] }),
    codesOf: async () => new Map<string, string>(),
    tell: async () => ({ gone: [], isTold: true }),
    tellMatters: async () => [],
    problems: async () => [],
    writable: async () => [],
    isPostponed: () => false,
    decisions: [
      {
        name: 'nominations',
        source: {
          ...none,
          ask: async () => ({
            ...page,
            rows: [{ recordId: record, code, state: 'Trạng thái lạ', guidance: null, asked: [] }],
          }),
        },
      },
    ],
    stories: none,
    adoptions: none,
    filings: [],
    awardDecisions: none,
    statistics: none,
    writeHonours: async () => false,
    changeHonours: async () => null,
    releases: none,
    settings: [],
    feed: {
      open: async () => null,
      keep: async () => false,
      read: async () => ({ is: 'lost' as const }),
    },
    digest: async () => '',
    reread: async () => undefined,
  };
  const { problems } = await syncOnce(db, standIn, { backOffice });
  expect(problems.join()).toContain('Trạng thái lạ');
  expect(await findStatus(db, code)).toMatchObject({ state: 'moi-tiep-nhan' });
});

test('rows that the sync made itself are not read back; a row that staff put back to its first state is', async ({
  db,
  standIn,
  staff,
}) => {
  await syncOnce(db, standIn);
  const { code } = await (await file(intakeTools(db), goodNomination())).json();
  await syncOnce(db, standIn);
  const [row] = await staff.rows('Đề cử');
  await db.query(`update submissions set state = 'dang-tham-dinh'`);
  await syncOnce(db, standIn);
  expect(await findStatus(db, code)).toMatchObject({ state: 'dang-tham-dinh' });
  for (const state of ['Đang kiểm tra', 'Mới tiếp nhận'])
    await staff.change('Đề cử', row?.id ?? '', { 'Trạng thái': state });
  await syncOnce(db, standIn);
  expect(await findStatus(db, code)).toMatchObject({ state: 'moi-tiep-nhan' });
});
