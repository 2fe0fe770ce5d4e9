import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';

test('a row without a Mã, or with another row’s, is offered the next free one, each row its own', async ({
  db,
  standIn,
  staff,
}) => {
  const whys = async () =>
    Object.fromEntries(
      (await staff.rows(stories)).map(({ fields }) => [
        String(fields.Tên ?? ''),
        String(fields['Vì sao'] ?? ''),
      ]),
    );
  const rows: Record<string, Record<string, unknown>> = {
    'Có mã': { Mã: 'MH-0107' },
    'Nháp không mã': { Mã: null, 'Trạng thái': 'Nháp' },
    'Công bố không mã': { Mã: null },
    'Người được khen': { Mã: null, Loại: 'Cá nhân', 'Số quyết định': '1/QĐ-THU' },
  };
  for (const [name, fields] of Object.entries(rows))
    await staff.create(stories, storyRow({ Tên: name, ...fields }));
  // A row that nobody has begun.
  await staff.create(stories, {});
  const sync = () => syncOnce(db, standIn, { siteUrl: 'https://thi-dua.example.vn' });
  await sync();
  const copy = await staff.create(stories, storyRow({ Tên: 'Mã trùng', Mã: 'MH-0107' }));
  await sync();
  const told = await whys();
  const offered = Object.values(told).flatMap(
    (why) => /chưa ai dùng là ((?:MH|VD)-\d{4,})/.exec(why)?.[1] ?? [],
  );
  expect(offered.toSorted()).toEqual(['MH-0108', 'MH-0109', 'MH-0110', 'VD-0001']);
  expect(told['Người được khen']).toContain('VD-0001');
  expect([told[''], told['Có mã']].join('')).not.toContain('chưa ai dùng');

  // The same is offered until it is used, and then no more.
  await sync();
  expect(await whys()).toEqual(told);
  const own = /MH-\d+\. Ghi mã này/.exec(String(told['Mã trùng']))?.[0].slice(0, 7);
  await staff.change(stories, copy, { Mã: own });
  await sync();
  expect((await whys())['Mã trùng']).not.toContain('chưa ai dùng');
});
