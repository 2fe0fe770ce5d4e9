import { expect, test } from '@playwright/test';
import { find } from '../../../src/search/find.ts';
import {
  bees,
  gate,
  invented,
  namesFound,
  openIndex,
  readingVillage,
  someStories as some,
} from '../gallery/search/invented.ts';

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

test('an expansion that no story has is not taken for a slip of other words', async () => {
  const office = invented({ name: 'UBND xã không giấy' });
  const smoke = invented({ name: 'Un khói không giấy' });
  expect(await namesFound([smoke, office], 'UBND không giấy')).toEqual([office.name]);
});

test('to doubt an answer no card is loaded of a story that could not take its place', async () => {
  const loaded: string[] = [];
  const index = await openIndex([gate, readingVillage, bees], (name) => loaded.push(name));
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
