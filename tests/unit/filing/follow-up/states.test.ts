import { applyDecisions } from '../../../../src/filing/delivery/decisions.ts';
import { askedAgain } from '../../../../src/filing/follow-up/information-request.ts';
import { supplementPage } from '../../../../src/filing/follow-up/supplement-page.ts';
import { sendStateLetters, stateLetter } from '../../../../src/filing/mail/send-state-letters.ts';
import { claimStateLetter } from '../../../../src/filing/mail/state-letters.ts';
import { receiptKeys } from '../../../../src/filing/receipts/server/receipt-key.ts';
import {
  endsCase,
  feedbackStates,
  nominationStates,
  reportStates,
  tipStates,
  waitsForUnit,
} from '../../../../src/filing/states.ts';
import { supplementTools } from '../../../fixtures/after-filing.ts';
import { expect, syncOnce } from '../../../fixtures/back-office.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { fileWithMail, mailTools, test, to } from '../../../fixtures/mail.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';
import { statusShown } from '../../../fixtures/status-page.ts';

const guidance = 'Bảng 2 chưa khớp.';
const states = [...new Set([...nominationStates, ...reportStates, ...feedbackStates, ...tipStates])];

/** What each state lets do without the key and with it, under which heading words of staff stand, and whether mail goes. */
const expected: Record<string, { code: string; key: string; words: string; mail: boolean }> = {
  'moi-tiep-nhan': {
    code: 'may-withdraw',
    key: 'may-correct',
    words: 'Lời nhắn gần nhất của Sở Nội vụ',
    mail: false,
  },
  'dang-kiem-tra': { code: 'may-withdraw', key: '', words: 'Lời nhắn gần nhất của Sở Nội vụ', mail: false },
  'yeu-cau-bo-sung': { code: 'asked may-withdraw', key: '', words: 'Sở Nội vụ đề nghị', mail: true },
  'da-bo-sung': { code: 'may-withdraw', key: '', words: 'Lời nhắn gần nhất của Sở Nội vụ', mail: false },
  'du-dieu-kien': { code: 'may-withdraw', key: '', words: 'Hướng dẫn của Sở Nội vụ', mail: true },
  'dang-tham-dinh': { code: 'may-withdraw', key: '', words: 'Lời nhắn gần nhất của Sở Nội vụ', mail: false },
  'trinh-hoi-dong': { code: 'may-withdraw', key: '', words: 'Lời nhắn gần nhất của Sở Nội vụ', mail: false },
  'da-co-quyet-dinh': { code: '', key: '', words: 'Lời nhắn gần nhất của Sở Nội vụ', mail: true },
  'khong-du-dieu-kien': { code: '', key: '', words: 'Lý do', mail: true },
  'rut-de-cu': { code: '', key: '', words: 'Lời nhắn gần nhất của Sở Nội vụ', mail: true },
  'trung-lap': { code: '', key: '', words: 'Lời nhắn gần nhất của Sở Nội vụ', mail: true },
  'da-xac-nhan': { code: 'may-withdraw', key: '', words: 'Lời nhắn gần nhất của Sở Nội vụ', mail: true },
  'da-tra-loi': { code: '', key: '', words: 'Lời nhắn gần nhất của Sở Nội vụ', mail: true },
  'rut-phieu': { code: '', key: '', words: 'Lời nhắn gần nhất của Sở Nội vụ', mail: true },
  'chuyen-don-vi': { code: 'may-withdraw', key: '', words: 'Lời nhắn gần nhất của Sở Nội vụ', mail: false },
  'da-de-cu': { code: '', key: '', words: 'Lời nhắn gần nhất của Sở Nội vụ', mail: true },
  'khong-chuyen': { code: '', key: '', words: 'Lời nhắn gần nhất của Sở Nội vụ', mail: true },
};

test('every state is in the table', () => {
  expect(states.map(({ id }) => id).toSorted()).toEqual(Object.keys(expected).toSorted());
});

for (const state of states) {
  test(`${state.id}: what the unit sees without the key, with it, and by mail`, async ({ db }) => {
    const want = expected[state.id];
    const code = await fileWithMail(db);
    await db.query(`update submissions set state = 'dang-kiem-tra'`);
    if (state.id !== 'dang-kiem-tra')
      await applyDecisions(
        db,
        'Đề cử',
        [{ recordId: `rec ${code}`, code, state: state.airtable, guidance, asked: [] }],
        true,
      );
    else await db.query('update submissions set guidance = $1', [guidance]);
    const acts = ['asked', 'may-correct', 'may-withdraw'];
    const without = await statusShown(db, `?ma=${code}`);
    expect(without.parts.filter((part) => acts.includes(part)).join(' ')).toBe(want?.code);
    expect(without.html).not.toContain(guidance);
    expect(without.parts).toContain(endsCase(state) ? 'ended' : 'waits');
    for (const path of ['/tra-cuu/', '/de-cu/da-nhan/']) {
      const opened = await statusShown(db, `?ma=${code}&khoa=${receiptKeys(db).of(code)}`, path);
      const shown = opened.parts.filter((part) => acts.includes(part));
      expect(shown.toSorted()).toEqual(`${want?.code} ${want?.key}`.split(' ').filter(Boolean).toSorted());
      expect(opened.words).toEqual([want?.words, guidance]);
      expect(opened.link).toBe(`/bo-sung/?ma=${code}&khoa=${receiptKeys(db).of(code)}`);
    }
    const due = await claimStateLetter(db, { leaseMs: 1000 });
    expect(due?.submissions.map((submission) => submission.state) ?? []).toEqual(
      want?.mail ? [state.id] : [],
    );
    expect(want?.mail).toBe(endsCase(state) || waitsForUnit(state));
  });
}

test('a refusal without a reason says so to the unit, and to staff in its row until they wrote one', async ({
  db,
  standIn,
  staff,
}) => {
  const { code } = await (await file(intakeTools(db), goodNomination())).json();
  await syncOnce(db, standIn);
  const [row] = await staff.rows('Đề cử');
  const warning = async () => {
    await syncOnce(db, standIn);
    await syncOnce(db, standIn);
    return (await staff.rows('Đề cử'))[0]?.fields;
  };
  await staff.change('Đề cử', row?.id ?? '', {
    'Trạng thái': 'Không đủ điều kiện',
    'Thành tích': 'Nhân viên sửa.',
  });
  expect(await warning()).toMatchObject({
    'Cảnh báo': expect.stringContaining('chưa ghi lý do'),
    'Trạng thái': 'Không đủ điều kiện',
    'Thành tích': 'Nhân viên sửa.',
  });
  const query = `?ma=${code}&khoa=${receiptKeys(db).of(code)}`;
  expect((await statusShown(db, query)).words).toEqual(['Lý do', expect.stringContaining('chưa ghi lý do')]);
  await staff.change('Đề cử', row?.id ?? '', { 'Hướng dẫn bổ sung': 'Thiếu thời gian.' });
  expect((await warning())?.['Cảnh báo'] ?? '').not.toContain('lý do');
  expect((await statusShown(db, query)).words).toEqual(['Lý do', 'Thiếu thời gian.']);
});

test('questions that no form has are told to staff, and to the unit instead of an empty page', async ({
  db,
}) => {
  const { code } = await (await file(intakeTools(db), goodNomination())).json();
  const decide = (asked: string[]) =>
    applyDecisions(db, 'Đề cử', [
      { recordId: `rec ${code}`, code, state: 'Yêu cầu bổ sung', guidance, asked },
    ]);
  const key = receiptKeys(db).of(code);
  const open = async () => {
    const request = new Request(`http://localhost/bo-sung/?ma=${code}&khoa=${key}`);
    return (await supplementPage(request, supplementTools(db))).text();
  };
  expect(await decide(['Câu đổi tên'])).toEqual([expect.stringContaining('“Câu đổi tên”')]);
  expect(await open()).toMatch(/<div data-part="unreadable">.*chưa hiện được.*Bảng 2 chưa khớp/s);
  const status = await statusShown(db, `?ma=${code}`);
  expect(status.parts).not.toContain('asked');
  expect(status.next).toContain('câu hỏi chưa hiện được');
  expect(await decide(['Câu đổi tên', 'Thành tích'])).toEqual([expect.stringContaining('“Câu đổi tên”')]);
  expect(await askedAgain(db, code)).toMatchObject({ asked: ['achievements'], isNamed: true });
  expect(await decide([])).toEqual([]);
  expect((await askedAgain(db, code))?.asked).toEqual(
    expect.arrayContaining(['name', 'achievements', 'files']),
  );
  expect(await open()).toContain('Lý do: Bảng 2 chưa khớp.');
});

test('letters about states go together, hold nothing that anyone typed, and are sent once', async ({
  db,
  server,
}) => {
  const codes = [await fileWithMail(db), await fileWithMail(db, { name: 'Tên lạ thử' })];
  const silent = await fileWithMail(db, { contactEmail: undefined });
  const decide = (code: string, state: string) =>
    applyDecisions(db, 'Đề cử', [{ recordId: `rec ${code}`, code, state, guidance, asked: [] }], true);
  for (const code of [...codes, silent]) await decide(code, 'Không đủ điều kiện');
  const tools = mailTools(db, server.url);
  expect(await sendStateLetters(db, tools)).toMatchObject({ sent: 1 });
  expect(await sendStateLetters(db, tools)).toMatchObject({ sent: 0 });
  const [arrived] = server.arrived;
  const said = JSON.stringify(arrived);
  for (const code of codes) expect(said).toContain(code);
  expect(said).not.toMatch(/Tên lạ thử|Tập thể thử|Người liên hệ thử|Bảng 2|khoa=/);
  expect(said).not.toContain(silent);
  // A state that is over before its letter went is not written of.
  await db.query(`update state_letters set sent_at = sent_at - interval '1 hour'`);
  await decide(codes[0] ?? '', 'Yêu cầu bổ sung');
  await decide(codes[0] ?? '', 'Đang kiểm tra');
  expect(await sendStateLetters(db, tools)).toMatchObject({ sent: 0 });
  const letter = stateLetter(
    {
      address: to,
      attempts: 1,
      submissions: [{ code: 'DN26-0', form: 'de-cu-tap-the', state: 'du-dieu-kien', asked: null }],
    },
    'https://thidua.example',
  );
  expect(letter.text).toContain('https://thidua.example/tra-cuu/?ma=DN26-0');
});

test('a mail server that is down costs no letter', async ({ db, server }) => {
  const code = await fileWithMail(db);
  await applyDecisions(
    db,
    'Đề cử',
    [{ recordId: `rec ${code}`, code, state: 'Đã có quyết định khen thưởng', guidance: null, asked: [] }],
    true,
  );
  const nowhere = mailTools(db, 'smtp://127.0.0.1:1');
  expect(await sendStateLetters(db, nowhere)).toMatchObject({ sent: 0 });
  await db.query('update state_letters set next_attempt_at = now()');
  expect(await sendStateLetters(db, mailTools(db, server.url))).toMatchObject({ sent: 1 });
});
