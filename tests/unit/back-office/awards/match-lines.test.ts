import { decisionRow } from '../../../fixtures/award-list.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const siteUrl = 'https://thi-dua.example.vn';
const list = (...rows: string[]) => ['Tên\tĐơn vị\tLoại\tMã hồ sơ', ...rows].join('\n');

interface Told {
  Mã: unknown;
  hồSơ: unknown;
  vìSao: unknown;
}

test('a line of a nominee completes the draft of its nomination or makes it, and no second one is ever made', async ({
  db,
  standIn,
  staff,
}) => {
  const filed = async (name: string) => {
    const reply = await file(
      intakeTools(db),
      goodNomination({ name, achievements: `Thành tích của ${name}.` }),
    );
    return String((await reply.json()).code);
  };
  const [drafted, undrafted] = [await filed('Tập thể đã có bài'), await filed('Tập thể chưa có bài')];
  const sync = async (runs = 2) => {
    for (let run = 0; run < runs; run += 1) await syncOnce(db, standIn, { siteUrl });
  };
  await sync(1);
  const rowOf = async (code: string) =>
    (await staff.rows('Đề cử')).find(({ fields }) => fields['Mã hồ sơ'] === code)?.id ?? '';
  await staff.change('Đề cử', await rowOf(drafted), { 'Chọn làm điển hình': true });
  await sync();
  const [draft] = await staff.rows(stories);
  await staff.change(stories, draft?.id ?? '', {
    'Tóm tắt': 'Cán bộ đã sửa.',
    'Trích yếu khen thưởng': 'Đã ghi.',
  });
  await staff.create(
    'Quyết định',
    decisionRow({
      'Danh sách': list('tap the da co bai\tSở Nội vụ\tTập thể\t', 'Tập thể chưa có bài\t\tTập thể\t'),
      'Trích yếu chung': 'Thành tích chung.',
      'Tạo bài nháp': true,
    }),
  );
  await sync(3);
  const rows = await staff.rows(stories);
  expect(rows).toHaveLength(2);
  expect(rows[0]?.fields).toMatchObject({
    Mã: 'VD-0001',
    Tên: 'Tập thể đã có bài',
    'Tóm tắt': 'Cán bộ đã sửa.',
    'Trích yếu khen thưởng': 'Đã ghi.',
    'Số quyết định': '1234/QĐ-UBND',
    'Đồng ý công khai': true,
  });
  expect(rows[1]?.fields).toMatchObject({
    Mã: 'VD-0002',
    'Mã hồ sơ': undrafted,
    'Nội dung': 'Thành tích của Tập thể chưa có bài.',
    'Tên đơn vị': 'Sở Nội vụ',
    'Số quyết định': '1234/QĐ-UBND',
    'Trích yếu khen thưởng': 'Thành tích chung.',
  });
  await staff.change('Đề cử', await rowOf(undrafted), { 'Chọn làm điển hình': true });
  await sync();
  expect(await staff.rows(stories)).toHaveLength(2);
  expect((await staff.rows('Quyết định'))[0]?.fields['Đã đọc']).toContain('2 dòng nối với đề cử.');
});

test('doubles, earlier honours, nominations that fit in part and wrong codes are named in the row of the draft', async ({
  db,
  standIn,
  staff,
}) => {
  const { code } = await (
    await file(intakeTools(db), goodNomination({ name: 'Tập thể khác đơn vị' }))
  ).json();
  const earlier = {
    Loại: 'Tập thể',
    'Tên đơn vị': 'Sở Nội vụ',
    'Số quyết định': '9/QĐ',
    Năm: 2026,
    'Hình thức khen thưởng': 'Giấy khen',
  };
  await staff.create(stories, storyRow({ ...earlier, Mã: 'VD-0040', Tên: 'Tập thể đã được khen' }));
  await staff.create(stories, {
    ...earlier,
    Mã: 'VD-0041',
    Tên: 'Tập thể còn là nháp',
    'Trạng thái': 'Nháp',
  });
  const byHand = { ...earlier, 'Số quyết định': '1234 / QĐ-UBND', Mã: 'VD-0042', Tên: 'Tập thể gõ tay' };
  await staff.create(stories, byHand);
  await syncOnce(db, standIn, { siteUrl });
  await staff.create(
    'Quyết định',
    decisionRow({
      'Danh sách': list(
        'Tập thể đã được khen\tSở Nội vụ\tTập thể\t',
        'Tập thể còn là nháp\tSở Tài chính\tTập thể\t',
        'Tập thể gõ tay\tSở Nội vụ\tTập thể\t',
        'Tập thể khác đơn vị\tSở Tài chính\tTập thể\t',
        'Tập thể lặp\tSở Nội vụ\tTập thể\t',
        'Tập thể lặp\tSở Nội vụ\tTập thể\tDN26-XXXX',
        'Lê Thử\tSở Nội vụ\t\t',
      ),
      'Tạo bài nháp': true,
    }),
  );
  for (let run = 0; run < 3; run += 1) await syncOnce(db, standIn, { siteUrl });
  const rows = await staff.rows(stories);
  const told = rows.map(
    ({ fields }): Told => ({
      Mã: fields.Mã,
      hồSơ: fields['Mã hồ sơ'],
      vìSao: fields['Vì sao'],
    }),
  );
  // Three rows that were there; the one typed by hand for this decision takes the place of a draft; the unclear line has none.
  expect(told.map(({ Mã }) => Mã)).toEqual([
    'VD-0040',
    'VD-0041',
    'VD-0042',
    'VD-0043',
    'VD-0044',
    'VD-0045',
    'VD-0046',
    'VD-0047',
  ]);
  const why = told.map(({ vìSao }) => String(vìSao ?? ''));
  expect(why[3]).toContain('Đã được khen: VD-0040 (Giấy khen, năm 2026, quyết định 9/QĐ).');
  expect(why[4]).toContain('Cùng tên, khác đơn vị với: VD-0041');
  expect(why[5]).toContain(`Đề cử ${code} cùng tên nhưng khác đơn vị.`);
  expect(why[6]).toBe('');
  expect(why[7]).toContain(
    'Quyết định 1234/QĐ-UBND, dòng 7: Mã hồ sơ “DN26-XXXX” không đúng. Trùng tên, cùng đơn vị với dòng 6.',
  );
  expect(told.every(({ hồSơ }) => hồSơ === undefined)).toBe(true);
  const [decision] = await staff.rows('Quyết định');
  expect(decision?.fields['Đã đọc']).toContain('7 dòng: 6 tập thể, 0 cá nhân, 1 chưa rõ loại.');
  expect(decision?.fields['Vì sao']).toContain('1 dòng chưa có bài vì chưa rõ là tập thể hay cá nhân');
});

test('a list that is mended makes what is new and keeps what is there; what it dropped is named, never deleted', async ({
  db,
  standIn,
  staff,
}) => {
  const sync = async () => {
    for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn, { siteUrl });
  };
  const row = decisionRow({
    'Danh sách': list('Tập thể A\t\tTập thể\t', 'Lê Thử\t\t\t'),
    'Tạo bài nháp': true,
  });
  const id = await staff.create('Quyết định', row);
  await sync();
  expect((await staff.rows(stories)).map(({ fields }) => fields.Tên)).toEqual(['Tập thể A']);
  const mended = list('Lê Thử\t\tTập thể\t', 'Tập thể B\t\tTập thể\t');
  await staff.change('Quyết định', id, { 'Danh sách': mended });
  await sync();
  expect((await staff.rows(stories)).map(({ fields }) => [fields.Mã, fields.Tên])).toEqual([
    ['VD-0001', 'Tập thể A'],
    ['VD-0002', 'Lê Thử'],
    ['VD-0003', 'Tập thể B'],
  ]);
  expect((await staff.rows('Quyết định'))[0]?.fields['Vì sao']).toContain('Danh sách không còn VD-0001');
  // The row of the decision is deleted and made again: its honours are known by their decision.
  await staff.call('DELETE', `appLocal0000000000/${encodeURIComponent('Quyết định')}/${id}`);
  await sync();
  await staff.create('Quyết định', { ...row, 'Danh sách': mended });
  await sync();
  await sync();
  expect(await staff.rows(stories)).toHaveLength(3);
});
