import { askedAgain } from '../../../../src/filing/follow-up/information-request.ts';
import { sendStateLetters } from '../../../../src/filing/mail/send-state-letters.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { adoptionRow, adoptionTableName, shownAdoptions } from '../../../fixtures/adoptions.ts';
import { expect, stories, storyRow, syncOnce } from '../../../fixtures/back-office.ts';
import { encodings } from '../../../fixtures/encodings/legacy.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { fileWithMail, mailTools, test } from '../../../fixtures/mail.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';
import { statusShown } from '../../../fixtures/status-page.ts';

const real = { samples: false };
const said = 'Nguyễn Thị Hường đã hướng dẫn bà con dùng dịch vụ công trực tuyến ở những ấp xa nhất.';
const texts = Object.entries(encodings).map(([name, encode]) => [name, encode(said)] as const);
const problems = async (db: Database) =>
  (await db.query<{ problem: string }>('select problem from row_problems')).rows.map(
    ({ problem }) => problem,
  );

/** The columns of a story in which staff write, around a text that is pasted. */
const columns: readonly (readonly [column: string, around?: (text: string) => string])[] = [
  ['Tên'],
  ['Tóm tắt'],
  ['Nội dung', (text) => `## Cách làm\n\n${text}\n`],
  ['Tên đơn vị'],
  ['Cơ quan quyết định'],
  ['Trích yếu khen thưởng'],
  ['Chỉ số trước và sau', (text) => `Chỉ số: ${text} · Trước: 1 · Sau: 2`],
  ['Liên hệ công khai'],
  ['Đính chính', (text) => `23/11/2026: ${text}`],
];

test('a story keeps its last good version while staff’s text in any column cannot be read, and the column is named', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  const before = await readPublished(db, real);
  expect(before).toHaveLength(1);
  for (const [index, [column, around = (text: string) => text]] of columns.entries()) {
    const [name, text] = texts[index % texts.length] ?? ['', ''];
    await staff.change(stories, id, { ...storyRow(), [column]: around(text) });
    await syncOnce(db, standIn);
    expect(await readPublished(db, real), `${column}, ${name}`).toEqual(before);
    expect(await problems(db), `${column}, ${name}`).toEqual([
      expect.stringMatching(`^Cột “${column}”: C.*“.+”`),
    ]);
    await staff.change(stories, id, { [column]: null });
  }
  await staff.change(stories, id, storyRow({ 'Tóm tắt': said }));
  await syncOnce(db, standIn);
  expect(await problems(db)).toEqual([]);
  expect(await readPublished(db, real)).toMatchObject([{ summary: said }]);
});

for (const [name, text] of texts) {
  test(`${name}: a new story and an adoption stay out, the reason of a removal and words to a unit stay here`, async ({
    db,
    standIn,
    staff,
  }) => {
    await staff.create(stories, storyRow());
    await staff.create(stories, storyRow({ Mã: 'MH-0102', 'Tóm tắt': text }));
    const down = await staff.create(stories, storyRow({ Mã: 'MH-0103' }));
    await staff.create(adoptionTableName, adoptionRow());
    await staff.create(
      adoptionTableName,
      adoptionRow({ 'Đơn vị áp dụng': 'Đơn vị khác', 'Kết quả công khai': text }),
    );
    const { code } = await (await file(intakeTools(db), goodNomination())).json();
    await syncOnce(db, standIn);
    await staff.change(stories, down, { 'Trạng thái': 'Gỡ bỏ', 'Lý do gỡ': text });
    const [row] = await staff.rows('Đề cử');
    const decide = { 'Trạng thái': 'Yêu cầu bổ sung', 'Hướng dẫn bổ sung': text };
    await staff.change('Đề cử', row?.id ?? '', decide);
    const { problems: reported } = await syncOnce(db, standIn);
    expect((await readPublished(db, real)).map(({ id }) => id)).toEqual(['MH-0101']);
    expect(await shownAdoptions(db)).toEqual(['MH-0101 Đơn vị thử áp dụng']);
    expect((await problems(db)).map((problem) => problem.split(':')[0]).toSorted()).toEqual([
      'Cột “Hướng dẫn bổ sung”',
      'Cột “Kết quả đến nay”',
      'Cột “Lý do gỡ”',
      'Cột “Tóm tắt”',
    ]);
    const { rows } = await db.query(`select state, withdrawn_reason from stories where id = 'MH-0103'`);
    expect(rows).toEqual([{ state: 'go-bo', withdrawn_reason: null }]);
    expect(reported).toEqual([expect.stringContaining(`the words to the unit of ${code} cannot be read`)]);
    expect(JSON.stringify(await statusShown(db, `?ma=${code}`))).not.toContain(text.slice(0, 20));
    expect(await askedAgain(db, code)).toMatchObject({ guidance: null });
  });
}

test('a unit hears of a state once staff’s words can be read, not before', async ({
  db,
  standIn,
  staff,
  server,
}) => {
  await fileWithMail(db);
  const mail = mailTools(db, server.url);
  await syncOnce(db, standIn, { mail });
  const [row] = await staff.rows('Đề cử');
  const decide = { 'Trạng thái': 'Yêu cầu bổ sung', 'Hướng dẫn bổ sung': texts[0]?.[1] };
  await staff.change('Đề cử', row?.id ?? '', decide);
  await syncOnce(db, standIn, { mail });
  expect((await db.query('select state from submissions')).rows).toEqual([{ state: 'moi-tiep-nhan' }]);
  expect((await db.query('select 1 from state_letters')).rowCount).toBe(0);
  await staff.change('Đề cử', row?.id ?? '', { 'Hướng dẫn bổ sung': said });
  await syncOnce(db, standIn, { mail });
  expect((await db.query('select state, guidance from submissions')).rows).toEqual([
    { state: 'yeu-cau-bo-sung', guidance: said },
  ]);
  expect((await db.query('select 1 from state_letters')).rowCount).toBe(1);
  expect(await sendStateLetters(db, mail)).toMatchObject({ sent: 1 });
});

test('Word’s private bullets in a story are those of Unicode', async ({ db, standIn, staff }) => {
  await staff.create(stories, storyRow({ 'Nội dung': '\uf0a7 Việc một\n\uf0a7 Việc hai' }));
  await syncOnce(db, standIn);
  expect(await readPublished(db, real)).toMatchObject([{ body: '• Việc một\n• Việc hai' }]);
});
