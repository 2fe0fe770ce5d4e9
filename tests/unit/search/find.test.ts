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

test('the tones that were typed bind; without tones every spelling is found', async () => {
  const stories = [invented({ name: 'Đường quê' }), invented({ name: 'Dưỡng lão' })];
  expect(await namesFound(stories, 'dưỡng')).toEqual(['Dưỡng lão']);
  expect(await namesFound(stories, 'đường')).toEqual(['Đường quê']);
  expect(await namesFound(stories, 'duong')).toHaveLength(2);
});

test('a word of the name counts more than one of the summary', async () => {
  expect((await namesFound(some, 'sach'))[0]).toBe(readingVillage.name);
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
