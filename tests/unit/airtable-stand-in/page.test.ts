import { expect } from '@playwright/test';
import type { AirtableStandIn } from '../../../scripts/airtable-stand-in/server.ts';
import { call, clientOf, fieldId, schemaOf, test } from './stand-in.ts';

const tablePage = `/bang/${encodeURIComponent('Đề cử')}`;

const read = async ({ url }: AirtableStandIn, path: string) => (await fetch(url + path)).text();

const send = ({ url }: AirtableStandIn, path: string, form: [string, string][], headers = {}) =>
  fetch(url + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(form) });

test('the pages list tables and rows and say that nothing is real', async ({ standIn }) => {
  await clientOf(standIn)('Đề cử').create({ 'Mã hồ sơ': 'A', 'Thành tích': 'dài '.repeat(200) });
  const home = await fetch(standIn.url);
  expect(home.headers.get('content-security-policy')).toContain("default-src 'none'");
  const text = await home.text();
  expect(text).toContain('Bản chạy thử tại máy này, thay cho Airtable. Không phải dữ liệu thật.');
  expect(text).toContain(`<a href="${tablePage}">Đề cử</a>`);
  const rows = await read(standIn, tablePage);
  expect(rows).toContain('1 hàng');
  expect(rows).toContain('<details>');
  expect((await fetch(`${standIn.url}/bang/la`)).status).toBe(404);
  expect((await fetch(`${standIn.url}/%E0%A4%A`)).status).toBe(404);
});

test('what is in a cell is never read as HTML', async ({ standIn }) => {
  const nasty = `"><script>alert(1)</script>'&`;
  const { id } = await clientOf(standIn)('Đề cử').create({
    'Mã hồ sơ': nasty,
    'Thành tích': `</textarea>${nasty}`,
  });
  for (const path of [tablePage, `${tablePage}/${id}`]) {
    const text = await read(standIn, path);
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;');
    expect(text).not.toContain('</textarea>&quot;');
  }
});

test('a form changes the cells that were touched and leads back', async ({ standIn }) => {
  const table = clientOf(standIn)('Đề cử');
  const before = {
    'Mã hồ sơ': 'A',
    'Thành tích': 'một\nhai',
    'Nhận lúc': '2026-11-22T01:02:03.456Z',
    'Đồng ý': true,
  };
  const { id } = await table.create(before);
  const field = async (name: string, value: string): Promise<[string, string]> => [
    await fieldId(standIn, name),
    value,
  ];
  const response = await send(standIn, `${tablePage}/${id}`, [
    await field('Mã hồ sơ', 'A'),
    await field('Thành tích', 'một\r\nhai'),
    await field('Nhận lúc', '2026-11-22T08:02'),
    await field('Trạng thái', 'Đang xét'),
    await field('Tiêu chí', 'iii-1-1'),
    await field('Tiêu chí', 'iii-1-3'),
    await field('Số người', '12'),
    await field('Ngày', '2026-11-23'),
  ]);
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe(`${tablePage}/${id}?ghi=xong`);
  expect((await table.find(id)).fields).toEqual({
    'Mã hồ sơ': 'A',
    'Thành tích': 'một\nhai',
    'Nhận lúc': '2026-11-22T01:02:03.456Z',
    'Trạng thái': 'Đang xét',
    'Tiêu chí': ['iii-1-1', 'iii-1-3'],
    'Số người': 12,
    Ngày: '2026-11-23',
  });
});

test('a change on the page moves the last-modified time on; sending it untouched does not', async ({
  standIn,
}) => {
  const table = clientOf(standIn)('Đề cử');
  const { id } = await table.create({ 'Mã hồ sơ': 'A' });
  await new Promise((done) => setTimeout(done, 5));
  const filterByFormula = `IS_AFTER(LAST_MODIFIED_TIME(), "${new Date().toISOString()}")`;
  await new Promise((done) => setTimeout(done, 5));
  const code = await fieldId(standIn, 'Mã hồ sơ');
  await send(standIn, `${tablePage}/${id}`, [[code, 'A']]);
  expect(await table.select({ filterByFormula }).all()).toHaveLength(0);
  await send(standIn, `${tablePage}/${id}`, [[code, 'B']]);
  expect(await table.select({ filterByFormula }).all()).toHaveLength(1);
});

test('a form opened before a colleague wrote does not put back what was there', async ({ standIn }) => {
  const table = clientOf(standIn)('Đề cử');
  const { id } = await table.create({ 'Mã hồ sơ': 'A', 'Thành tích': 'cũ', 'Số người': 1 });
  const text = await read(standIn, `${tablePage}/${id}`);
  const opened = (/name="luc-mo" value="([^"]+)"/.exec(text)?.[1] ?? '').replaceAll('&quot;', '"');
  await table.update(id, { 'Thành tích': 'đồng nghiệp viết', 'Trạng thái': 'Đang xét' });
  await send(standIn, `${tablePage}/${id}`, [
    ['luc-mo', opened],
    [await fieldId(standIn, 'Mã hồ sơ'), 'A'],
    [await fieldId(standIn, 'Thành tích'), 'cũ'],
    [await fieldId(standIn, 'Số người'), '2'],
  ]);
  expect((await table.find(id)).fields).toEqual({
    'Mã hồ sơ': 'A',
    'Thành tích': 'đồng nghiệp viết',
    'Trạng thái': 'Đang xét',
    'Số người': 2,
  });
});

test('rows are filtered by state, and a row is deleted', async ({ standIn }) => {
  const table = clientOf(standIn)('Đề cử');
  await table.create({ 'Mã hồ sơ': 'CHO', 'Trạng thái': 'Mới nhận' });
  const { id } = await table.create({ 'Mã hồ sơ': 'XET', 'Trạng thái': 'Đang xét' });
  const filtered = `${tablePage}?trang-thai=${encodeURIComponent('Đang xét')}`;
  expect(await read(standIn, filtered)).toContain('>XET</a>');
  expect(await read(standIn, filtered)).not.toContain('>CHO</a>');
  const gone = await send(standIn, `${tablePage}/${id}`, [['xoa', '1']]);
  expect(gone.headers.get('location')).toBe(`${tablePage}?xoa=xong`);
  expect(await read(standIn, filtered)).toContain('0 hàng');
});

test('a new row is made on the page, and a refused one is shown again as typed', async ({ standIn }) => {
  const code = await fieldId(standIn, 'Mã hồ sơ');
  const people = await fieldId(standIn, 'Số người');
  const made = await send(standIn, `${tablePage}/moi`, [[code, 'Mới']]);
  expect(made.headers.get('location')).toMatch(/\/rec\w{14}\?ghi=xong$/);
  const refused = await send(standIn, `${tablePage}/moi`, [
    [code, 'Sai'],
    [people, 'nhiều'],
  ]);
  expect(refused.status).toBe(422);
  const text = await refused.text();
  expect(text).toContain('value="nhiều"');
  expect(text).toContain('role="alert"');
  expect(await clientOf(standIn)('Đề cử').select().all()).toHaveLength(1);
});

test('what the site tells of a row is read without a click, and a column’s name has its sentence', async ({
  standIn,
}) => {
  const why = `${'Cột “Số quyết định”: còn trống. Ghi số. '.repeat(12)}Hết.`;
  await clientOf(standIn)('Đề cử').create({ 'Mã hồ sơ': 'A', 'Thành tích': why });
  expect(await read(standIn, tablePage)).not.toContain('<details>');
  const [table] = await schemaOf(standIn);
  const columns = table?.fields ?? [];
  const path = `meta/bases/${standIn.baseId}/tables/${table?.id}/fields`;
  for (const { id } of columns)
    await call(standIn, 'PATCH', `${path}/${id}`, { description: `Câu “của” ${id}.` });
  const form = await read(standIn, `${tablePage}/moi`);
  for (const { id, name } of columns) expect(form, name).toContain(`title="Câu “của” ${id}."`);
});

for (const [column, typed, words] of [
  ['Số người', 'nhiều', 'chỉ nhận số, ví dụ 2026'],
  ['Ngày', '30.11.2026', 'Chọn ngày trên lịch'],
  ['Ảnh', 'anh.jpg', 'bắt đầu bằng “https://”'],
] as const)
  test(`a refused cell is told with its column and what it takes: ${column}`, async ({ standIn }) => {
    const refused = await send(standIn, `${tablePage}/moi`, [[await fieldId(standIn, column), typed]]);
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain(`Chưa ghi gì. Cột “${column}”: không nhận được chữ đã ghi.`);
    expect(text).toContain(words);
    expect(text).not.toContain('cannot accept');
  });

test('a form sent from a page elsewhere is refused', async ({ standIn }) => {
  const code = await fieldId(standIn, 'Mã hồ sơ');
  const elsewhere = [
    { origin: 'https://noi-khac.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: `http://localhost:${standIn.port + 1}` },
  ];
  for (const headers of elsewhere)
    expect((await send(standIn, `${tablePage}/moi`, [[code, 'x']], headers)).status).toBe(403);
  const own = { origin: standIn.url, 'sec-fetch-site': 'same-origin' };
  expect((await send(standIn, `${tablePage}/moi`, [[code, 'x']], own)).status).toBe(303);
});

test('the pages are not throttled', async ({ start }) => {
  const standIn = await start({ requestsPerSecond: 1 });
  const answers = await Promise.all(Array.from({ length: 10 }, () => fetch(standIn.url)));
  expect(answers.every(({ ok }) => ok)).toBe(true);
});
