import { expect, test } from '@playwright/test';
import { find } from '../../../src/search/find.ts';
import { invented, namesFound, openIndex } from '../gallery/search/invented.ts';

const gate = invented({ name: 'Cổng làng sáng đèn', summary: 'Mỗi tối cả xóm ngồi lại đọc sách.' });
const books = invented({ name: 'Tủ sách bên cổng', summary: 'Đèn đọc chạy pin đặt cạnh ghế đá ở làng.' });
const bees = invented({ name: 'Nuôi ong lấy mật', summary: 'Ba mươi đàn dưới tán rừng.' });
const some = [gate, books, bees];

test('just the tones that were typed come before the same letters with others', async () => {
  const stories = [invented({ name: 'Đường quê' }), invented({ name: 'Dưỡng lão' })];
  expect(await namesFound(stories, 'dưỡng')).toEqual(['Dưỡng lão', 'Đường quê']);
  expect(await namesFound(stories, 'đường')).toEqual(['Đường quê', 'Dưỡng lão']);
  expect(await namesFound(stories, 'duong')).toHaveLength(2);
});

test('a word of the name counts more than one of the summary', async () => {
  expect((await namesFound(some, 'sach'))[0]).toBe(books.name);
  expect((await namesFound(some, 'den'))[0]).toBe(gate.name);
});

test('words side by side come before words apart, in whatever order they were typed', async () => {
  const apart = invented({ name: 'Nước về bản, sạch đường làng' });
  const together = invented({ name: 'Nước sạch về bản xa' });
  expect((await namesFound([apart, together], 'nuoc sach'))[0]).toBe(together.name);
  expect((await namesFound([apart, together], 'sach nuoc'))[0]).toBe(together.name);
});

test('a phrase does not run from one field into the next', async () => {
  const index = await openIndex([
    invented({ name: 'Mật ong', unitName: 'rừng xanh' }),
    invented({ name: 'Mật', summary: 'ong rừng' }),
  ]);
  const { hits } = await find(index, 'ong rừng');
  expect(hits.filter(({ phrase }) => phrase).map(({ doc }) => doc)).toEqual([1]);
});

test('the last word may be unfinished', async () => {
  expect(await namesFound(some, 'nuoi ong lay m')).toEqual([bees.name]);
  expect(await namesFound(some, 'nuo')).toEqual([bees.name]);
});

for (const [slip, query] of [
  ['a letter too many', 'nuoii ong lay mat'],
  ['two letters changed', 'nuoi ogn lay mat'],
  ['a space too few', 'nuoiong lay mat'],
  ['Telex keys', 'nuooi ong laays maatj'],
  ['VNI keys', 'nuo6i ong la6y1 ma65t'],
] as const) {
  test(`${slip} is asked back, and only a click finds it: “${query}”`, async () => {
    const index = await openIndex(some);
    const { how, meant } = await find(index, query);
    expect(how).not.toBe('all');
    expect(meant).toBe('nuoi ong lay mat');
    expect((await find(index, meant ?? '')).hits[0]?.doc).toBe(2);
  });
}

test('what is a Vietnamese syllable is never a slip, though no story has it', async () => {
  const index = await openIndex(some);
  for (const query of ['nuôi ong lát mật', 'nuoi ong lat mat', 'khiếu ong lấy mật', 'ong', 'Long Khánh'])
    expect((await find(index, query)).meant, query).toBeNull();
  expect((await find(index, 'nuoi ong lat mat')).hits[0]?.doc).toBe(2);
});

test('no markup, no formula and no single letter is a question', async () => {
  const index = await openIndex(some);
  for (const query of ['<b>ong</b>', 'ong=1', 'o', '', '{{ong}}'])
    expect(await find(index, query), query).toMatchObject({ hits: [], meant: null });
});

test('an abbreviation in capitals is not the word of its letters', async () => {
  const machine = invented({ name: 'Tổng đài AI của phường' });
  const people = invented({ name: 'Nhà ai cũng có nước sạch' });
  expect(await namesFound([people, machine], 'AI')).toEqual([machine.name]);
  expect(await namesFound([machine, people], 'nhà ai')).toEqual([people.name]);
});

test('letters typed apart are one abbreviation', async () => {
  const long = invented({ name: 'Chuyển đổi số ở hợp tác xã' });
  for (const query of ['C.Đ.S', 'c.đ.s ở h.t.x', 'C Đ S'])
    expect(await namesFound([bees, long], query)).toEqual([long.name]);
});

test('a story is found by the names of what it is filtered by', async () => {
  const green = invented({
    name: 'Vườn ươm',
    strands: ['ii-5'],
    criteriaGroup: 'ca-nhan',
    occasion: 'so-ket-2027',
  });
  for (const query of ['chuyển đổi xanh', 'chống biến đổi khí hậu', 'cá nhân', 'sơ kết 2027'])
    expect(await namesFound([bees, green], query), query).toEqual([green.name]);
});

test('what was meant is said as it was typed: without marks, or with them', async () => {
  const index = await openIndex(some);
  expect((await find(index, 'nuoi ong lay matt')).meant).toBe('nuoi ong lay mat');
  expect((await find(index, 'nuôi ong lấy mâtt')).meant).toBe('nuôi ong lấy mật');
});

test('what cannot be mended finds what has most of the words, and says so', async () => {
  const index = await openIndex(some);
  const { hits, how, meant } = await find(index, 'nuôi ong zzzz');
  expect(hits.map(({ doc }) => doc)).toEqual([2]);
  expect(how).toBe('near');
  expect(meant).toBeNull();
});

test('nothing is nothing', async () => {
  expect(await find(await openIndex(some), 'zzzz')).toMatchObject({ hits: [], how: 'none' });
  expect(await find(await openIndex([]), 'ong')).toMatchObject({ hits: [], how: 'none' });
});

test('a word that only a text has is no slip', async () => {
  const index = await openIndex([...some, invented({ name: 'Bếp ấm', body: 'Nuôi óng ả.' })]);
  expect((await find(index, 'nuôi ả')).known).toBe(true);
  expect((await find(index, 'nuôi ả')).meant).toBeNull();
});

test('abbreviations and their expansions find each other', async () => {
  const long = invented({ name: 'Chuyển đổi số ở hợp tác xã' });
  const short = invented({ name: 'CĐS cho HTX' });
  for (const query of ['CĐS HTX', 'cds htx', 'chuyển đổi số HTX', 'chuyen doi so hop tac xa']) {
    expect(new Set(await namesFound([long, short, bees], query))).toEqual(new Set([short.name, long.name]));
  }
});

test('a unit is found by the names of before 1/7/2025, commune and district', async () => {
  const here = invented({ name: 'Vườn rau', unitCode: '26017', unitName: 'UBND phường Tam Hiệp' });
  const there = invented({ name: 'Vườn hoa', unitCode: '26119', unitName: 'UBND xã Đak Lua' });
  expect(await namesFound([there, here], 'vườn phường Bình Đa')).toEqual([here.name]);
  expect(await namesFound([there, here], 'thành phố Biên Hòa')).toEqual([here.name]);
  expect(await namesFound([there, here], 'huyen tan phu')).toEqual([there.name]);
});

test('a story is found by its code and by the number of its decision', async () => {
  const honoured = invented({ name: 'Bếp ấm', id: 'VD-0042', decisionNumber: '00/QĐ-MINHHOA' });
  expect(await namesFound([bees, honoured], 'VD-0042')).toEqual(['Bếp ấm']);
  expect(await namesFound([bees, honoured], '00/qd-minhhoa')).toEqual(['Bếp ấm']);
});

test('an expansion that no story has is not taken for a slip of other words', async () => {
  const office = invented({ name: 'UBND xã không giấy' });
  const smoke = invented({ name: 'Un khói không giấy' });
  expect(await namesFound([smoke, office], 'UBND không giấy')).toEqual([office.name]);
});

test('to doubt an answer no card is loaded of a story that could not take its place', async () => {
  const loaded: string[] = [];
  const index = await openIndex([gate, books, bees], (name) => loaded.push(name));
  const { how } = await find(index, 'mỗi tối đọc sách');
  expect(how).toBe('all');
  expect(loaded.filter((name) => name.includes('/c'))).toEqual([]);
});

test('an abbreviation means its expansion rather than a slip of another word', async () => {
  const firm = invented({ name: 'Truy xuất nguồn gốc cho doanh nghiệp nhỏ' });
  const others = invented({ name: 'Truy xuất nguồn gốc cho dân' });
  expect((await namesFound([others, firm], 'truy xuat nguon goc cho dn'))[0]).toBe(firm.name);
});

test('a single letter is not corrected to just any word', async () => {
  const kiln = invented({ name: 'Lò gốm Tân Vạn nung bằng khí' });
  const other = invented({ name: 'Lò nung gốm, y tế, tân trang, vạn sự' });
  expect((await namesFound([other, kiln], 'lò gốm q. Tân Vạn'))[0]).toBe(kiln.name);
});

test('a question finds what it asks for', async () => {
  expect(await namesFound(some, 'cho tôi hỏi nuôi ong lấy mật ở đâu?')).toEqual([bees.name]);
  expect(await namesFound(some, 'TÌM NUÔI ONG là gì')).toEqual([bees.name]);
});

test('spaces that are missing are put in before letters are changed', async () => {
  const index = await openIndex([...some, invented({ name: 'Đề án đèn' }), invented({ name: 'Đèn dân' })]);
  expect((await find(index, 'nuoionglay mat')).meant).toBe('nuoi ong lay mat');
});

test('where each word is known, a far story is near and not what was meant: a text may have them all', async () => {
  const index = await openIndex([
    invented({
      name: 'Ban công tác Mặt trận',
      summary: 'Nhắn giúp. Giấy tờ. Vẽ. Sau. Mặt trước của mọi việc.',
    }),
    invented({ name: 'Góc trẻ', body: 'Giấy vẽ là mặt sau của bản nháp.' }),
  ]);
  expect(await find(index, 'giay ve mat sau ban nhap')).toMatchObject({ how: 'near', known: true });
});

test('words corrected into a story by chance give way to a story that has most of them as typed', async () => {
  const store = invented({ name: 'Kho dữ liệu dùng chung về rừng' });
  const chance = invented({
    name: 'Bác sĩ ở trạm',
    summary: 'Nói. Rừng. Thương. Kho thuốc. Dữ kiện. Bao liệu.',
  });
  expect((await namesFound([chance, store], 'kho du lieu ve rung tuong'))[0]).toBe(store.name);
});

test('a name that nobody knows is not bent into another beside a story that has the rest', async () => {
  const store = invented({ name: 'Kho dữ liệu dùng chung về rừng' });
  const chance = invented({
    name: 'Phòng mười',
    summary: 'Nuôi ong. Chung một rừng. Cho nhà vườn. Dữ kiện. Tài liệu. Xóm Tượng.',
  });
  const index = await openIndex([chance, store]);
  const { hits, how } = await find(index, 'kho dữ liệu rừng Núi Tượng');
  expect(hits[0]?.doc).toBe(1);
  expect(how).toBe('near');
});

test('the place of a unit says as much in its name as in a title', async () => {
  const baking = invented({ name: 'Tiết kiệm điện lò nung gốm tại Bến Xa', unitName: 'UBND phường Bến Xa' });
  const kiln = invented({ name: 'Lò gốm nung bằng khí thay củi', unitName: 'UBND phường Bến Xa' });
  expect((await namesFound([baking, kiln], 'lò gốm Bến Xa'))[0]).toBe(kiln.name);
});

for (const query of ['NQ57-NQ/TW bài giảng', 'nghị quyết số 57 bài giảng', 'nghi quyet 57-nq/tw bai giang']) {
  test(`the signs of a resolution may stay away: “${query}”`, async () => {
    const lecture = invented({ name: 'Nghị quyết 57 vào bài giảng chi bộ' });
    const picture = invented({ name: 'Nghị quyết số 57-NQ/TW kể bằng tranh' });
    const index = await openIndex([picture, lecture]);
    const { hits, how } = await find(index, query);
    expect({ how, first: hits[0]?.doc }).toEqual({ how: 'all', first: 1 });
  });
}
