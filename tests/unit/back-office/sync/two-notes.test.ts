import { expect, syncOnce, test } from '../../../fixtures/back-office.ts';
import { fileMany } from '../../../fixtures/intake.ts';

const nominations = 'Đề cử';
const note = (author: string, words: string) => ({
  'Người cho ý kiến': author,
  'Ý kiến độc lập': words,
  'Gửi ý kiến': true,
});

test('two people judge a nomination, and nobody reads the first note before the second is there', async ({
  db,
  standIn,
  staff,
}) => {
  const [code] = await fileMany(db, 1);
  const sync = () => syncOnce(db, standIn);
  await sync();
  await sync();
  const row = async () => (await staff.rows(nominations))[0] ?? { id: '', fields: {} };
  const change = async (fields: Record<string, unknown>) => {
    await staff.change(nominations, (await row()).id, fields);
    await sync();
    return (await row()).fields;
  };
  expect(await change({ 'Ý kiến độc lập': 'Đang viết dở' }), 'what is not finished stays').toMatchObject({
    'Ý kiến độc lập': 'Đang viết dở',
  });
  expect(await change({ 'Gửi ý kiến': true }), 'a note says whose it is').toMatchObject({
    'Vì sao': expect.stringContaining('“Người cho ý kiến”: còn trống'),
  });
  const first = await change(note('Nguyễn Văn Thử', 'Ý kiến một.'));
  expect(JSON.stringify(first)).not.toContain('Ý kiến một');
  expect(first['Hai ý kiến']).toMatch(/^Đã có 1 ý kiến, .+ Hiện khi có ý kiến của người thứ hai\.$/);
  expect([first['Gửi ý kiến'], first['Người cho ý kiến'], first['Vì sao']]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);

  const same = await change(note('nguyễn  văn thử', 'Ý kiến của cùng người.'));
  expect(same['Vì sao']).toContain('phải của người khác');
  const both = await change(note('Trần Thị Thử', 'Ý kiến hai.'));
  expect(both['Hai ý kiến']).toMatch(
    /^Nguyễn Văn Thử · .+\nÝ kiến một\.\n\nTrần Thị Thử · .+\nÝ kiến hai\.$/,
  );
  expect(both['Ý kiến độc lập']).toBeUndefined();
  const { rows } = await db.query('select place from review_notes where code = $1', [code]);
  expect(rows).toHaveLength(2);
});

test('where the owner asks for two notes, a decision waits for both and goes on by itself', async ({
  db,
  standIn,
  staff,
}) => {
  await fileMany(db, 1);
  await staff.create('Cài đặt', { Mã: 'hai-y-kien', 'Giá trị': 'Có' });
  const sync = () => syncOnce(db, standIn);
  await sync();
  await sync();
  const [row] = await staff.rows(nominations);
  const states = async () =>
    (await db.query<{ state: string }>('select state from submissions')).rows[0]?.state;
  const change = async (fields: Record<string, unknown>) => {
    await staff.change(nominations, row?.id ?? '', fields);
    await sync();
  };
  await change({ 'Trạng thái': 'Đang thẩm định' });
  expect(await states(), 'other moves are free').toBe('dang-tham-dinh');
  await change({ 'Trạng thái': 'Đã có quyết định khen thưởng' });
  expect((await staff.rows(nominations))[0]?.fields['Vì sao']).toContain('mới có 0');
  await change(note('Một', 'Đồng ý.'));
  expect(await states()).toBe('dang-tham-dinh');
  expect((await staff.rows(nominations))[0]?.fields['Vì sao']).toContain('mới có 1');
  await change(note('Hai', 'Đồng ý.'));
  expect(await states()).toBe('da-co-quyet-dinh');
  expect((await staff.rows(nominations))[0]?.fields['Vì sao']).toBeUndefined();
});
