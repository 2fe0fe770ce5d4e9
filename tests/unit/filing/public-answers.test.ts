import { phanHoi } from '../../../src/filing/definitions/phan-hoi.ts';
import { eraseSubmission } from '../../../src/filing/privacy/erase.ts';
import { readPublicAnswer } from '../../../src/filing/public-answers/public-answer.ts';
import { publicAnswersDigest, readPublicAnswers } from '../../../src/filing/public-answers/store.ts';
import type { Database } from '../../../src/platform/postgres.ts';
import { units } from '../../../src/vocabulary/units.ts';
import { test as base, expect, syncOnce } from '../../fixtures/back-office.ts';
import { baseChanges } from '../../fixtures/change-base.ts';
import { exampleAnswers } from '../../fixtures/example-answers.ts';
import { file, intakeTools } from '../../fixtures/intake.ts';

const table = 'Phản hồi';
const answered = {
  'Trạng thái': 'Đã trả lời',
  'Trả lời': 'Chào anh Nguyễn Văn Thử, đơn vị anh gửi trước 30/6.',
  'Câu hỏi công khai': 'Kế hoạch của đơn vị gửi về đâu?',
  'Trả lời công khai': 'Gửi về Sở Nội vụ trước ngày 30/6.',
  'Hỏi về mục': 'ii-3',
  'Đăng ở Hỏi đáp': true,
};

/** A question that is delivered, with the record of its row. */
const test = base.extend<{ filed: { code: string; record: string } }>({
  filed: async ({ db, standIn, staff }, use) => {
    const answers = exampleAnswers(phanHoi, {
      unitName: 'Hợp tác xã Thử Nghiệm',
      contactName: 'Nguyễn Văn Thử',
      publicConsent: true,
    });
    const { code } = await (await file(intakeTools(db), answers, {}, 'phan-hoi')).json();
    await syncOnce(db, standIn);
    const [row] = await staff.rows(table);
    await use({ code, record: row?.id ?? '' });
  },
});

test('an answered question that its unit lets be shown is public, with no code and no name', async ({
  db,
  standIn,
  staff,
  filed,
}) => {
  await staff.change(table, filed.record, answered);
  await syncOnce(db, standIn, { siteUrl: 'https://thidua.example' });
  const shown = await readPublicAnswers(db);
  expect(shown).toMatchObject([
    {
      question: 'Kế hoạch của đơn vị gửi về đâu?',
      answer: 'Gửi về Sở Nội vụ trước ngày 30/6.',
      clause: 'ii-3',
    },
  ]);
  for (const secret of [filed.code, 'Thử Nghiệm', 'Nguyễn Văn Thử'])
    expect(JSON.stringify(shown)).not.toContain(secret);
  expect(await publicAnswersDigest(db)).not.toBe('');
  await syncOnce(db, standIn, { siteUrl: 'https://thidua.example' });
  expect((await staff.rows(table))[0]?.fields['Địa chỉ ở Hỏi đáp']).toBe(
    `https://thidua.example/hoi-dap/#${shown[0]?.id}`,
  );
});

const withdrawals: Record<
  string,
  (tools: {
    db: Database;
    change: (fields: Record<string, unknown>) => Promise<unknown>;
    gone: () => Promise<void>;
    code: string;
  }) => Promise<unknown>
> = {
  'staff untick it': ({ change }) => change({ 'Đăng ở Hỏi đáp': false }),
  'the consent is taken back in the row': ({ change }) => change({ 'Đồng ý đăng ở Hỏi đáp': false }),
  'the case is opened again': ({ change }) => change({ 'Trạng thái': 'Đang kiểm tra' }),
  'the row is deleted': ({ gone }) => gone(),
  'the submission is erased': ({ db, code }) => eraseSubmission(db, code, 'yeu-cau'),
};

for (const [name, act] of Object.entries(withdrawals))
  test(`a public answer goes when ${name}`, async ({ db, standIn, staff, filed }) => {
    await staff.change(table, filed.record, answered);
    await syncOnce(db, standIn);
    expect(await readPublicAnswers(db)).toHaveLength(1);
    await act({
      db,
      code: filed.code,
      change: (fields) => staff.change(table, filed.record, fields),
      gone: () => baseChanges(standIn).deleteRow(table, filed.record),
    });
    await syncOnce(db, standIn);
    expect(await readPublicAnswers(db)).toEqual([]);
    expect(await publicAnswersDigest(db)).toBe('');
  });

const asked = {
  state: 'da-tra-loi',
  answers: {
    publicConsent: true,
    contactName: 'Nguyễn Văn Thử',
    unitName: 'Hợp tác xã Thử Nghiệm',
    contactPhone: '0251 0000 000',
    contactEmail: 'thu@donvi.example',
  },
};
const shared = { isPublic: true, agreed: true, question: 'Gửi đâu?', answer: 'Gửi Sở Nội vụ.', clause: null };
const rowOf = (changes: Partial<typeof shared>) => ({
  recordId: 'rec1',
  code: 'DN26',
  state: 'Đã trả lời',
  guidance: null,
  asked: [],
  shared: { ...shared, ...changes },
});

for (const answer of [
  'Chào ông NGUYEN VAN THU.',
  'Hợp tác xã thử nghiệm hỏi đúng.',
  'Gọi 02510000000.',
  'Gọi (0251) 0000-000 nhé.',
  'Viết cho thu@donvi.example.',
])
  base(`words that name the sender are not published: ${answer}`, () => {
    const { words, problem } = readPublicAnswer(rowOf({ answer }), asked);
    expect(words).toBeNull();
    expect(problem).toContain('không nêu người hỏi');
  });

base('a listed unit is not named either: a commune nowhere, an agency not as the one that asks', () => {
  for (const { code, name, group } of units) {
    const of = { ...asked, answers: { publicConsent: true, unitCode: code } };
    const called = name.replace(/^UBND /, '');
    const publishes = (changes: Partial<typeof shared>) =>
      readPublicAnswer(rowOf(changes), of).words !== null;
    expect(publishes({ question: `${called} gửi đâu?` }), name).toBe(false);
    expect(publishes({ answer: `Gửi ${called}.` }), name).toBe(group !== 'xa-phuong');
    expect(publishes({ answer: 'Gửi qua trang này.' }), name).toBe(true);
  }
});

base('each thing that is missing is told, and nothing is public', () => {
  const cases = [
    [rowOf({ question: 'Không phải câu hỏi' }), asked, /dấu hỏi/],
    [rowOf({ answer: ' ' }), asked, /còn trống/],
    [rowOf({ agreed: false }), asked, /không đồng ý/],
    [rowOf({}), { ...asked, answers: {} }, /không đồng ý/],
    [rowOf({}), { ...asked, state: 'dang-kiem-tra' }, /chưa là “Đã trả lời”/],
  ] as const;
  for (const [row, of, says] of cases) {
    const { words, problem } = readPublicAnswer(row, of);
    expect(words).toBeNull();
    expect(problem).toMatch(says);
  }
  expect(readPublicAnswer(rowOf({ isPublic: false }), asked)).toEqual({ words: null, problem: null });
  expect(readPublicAnswer(rowOf({}), asked).words).toEqual({
    question: 'Gửi đâu?',
    answer: 'Gửi Sở Nội vụ.',
    clause: null,
  });
});
