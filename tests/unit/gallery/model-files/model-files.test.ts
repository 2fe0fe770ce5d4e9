import { strFromU8, unzipSync } from 'fflate';
import { modelFilePath, readModelFilePath } from '../../../../src/gallery/model-files/model-file.ts';
import { getModelFile } from '../../../../src/gallery/model-files/server/answer-file.ts';
import { readModelFile } from '../../../../src/gallery/model-files/server/stored-files.ts';
import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { readStanding } from '../../../../src/gallery/stories/server/standing-story.ts';
import { publishedDigest, readPublished } from '../../../../src/gallery/stories/server/store.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { writeWorkbook } from '../../../../src/platform/spreadsheet/write-workbook.ts';
import { stories, storyRow, syncOnce } from '../../../fixtures/back-office.ts';
import { aPdf } from '../../../fixtures/evidence.ts';
import { expect, test } from '../../../fixtures/picture-server.ts';

const real = { samples: false };
const book = Buffer.from(writeWorkbook([{ name: 'Dự toán', widths: [20], rows: [['Khoản'], ['Kệ']] }]));
const made = Buffer.from(aPdf('8 0 obj<</Author(zqnguoi)>>endobj', '\n', '/Info 8 0 R'));
const withFiles = (url: string, names: readonly string[], changes: Record<string, unknown> = {}) =>
  storyRow({
    'Làm theo: tệp': names.map((filename) => ({ url: `${url}/${filename}`, filename })),
    ...changes,
  });
const filesOf = async (db: Database) => (await readPublished(db, real))[0]?.files;
const problems = async (db: Database) =>
  (
    await db.query<{ problem: string }>(`select problem from row_problems where kind = 'model-file'`)
  ).rows.map(({ problem }) => problem);

/** What the address of a file answers. */
async function ask(db: Database, path: string, method = 'GET'): Promise<Response> {
  const asked = readModelFilePath(path.split('/').at(-1) ?? '');
  if (!asked) throw new RangeError(path);
  return getModelFile(new Request(`https://example.gov.vn${path}`, { method }), asked, {
    read: (id) => readStanding(db, id, false),
    readPage: async (page) => page,
    readFile: (file) => readModelFile(db, file, false),
  });
}

test('files of a model are fetched once, cleaned before they are stored, and handed out by name', async ({
  db,
  standIn,
  staff,
  pictures,
}) => {
  pictures.answers.set('/du-toan.xlsx', book);
  pictures.answers.set('/quy-trinh.pdf', made);
  const id = await staff.create(stories, withFiles(pictures.url, ['quy-trinh.pdf', 'du-toan.xlsx']));
  await syncOnce(db, standIn);
  await syncOnce(db, standIn);
  expect(pictures.asked.toSorted()).toEqual(['/du-toan.xlsx', '/quy-trinh.pdf']);
  const files = (await filesOf(db)) ?? [];
  expect(files).toMatchObject([
    { name: 'quy-trinh', kind: 'pdf', bytes: made.length },
    { name: 'du-toan', kind: 'xlsx' },
  ]);
  const { rows } = await db.query<{ bytes: Buffer }>('select bytes from model_files');
  for (const { bytes } of rows) expect(bytes.toString('latin1')).not.toContain('zqnguoi');

  const [pdf, xlsx] = files.map((file) => modelFilePath('MH-0101', file));
  expect((await ask(db, xlsx ?? '')).status, 'no build has shown the story yet').toBe(404);
  await recordPublication(db, await readPublished(db, real));
  const reply = await ask(db, xlsx ?? '');
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-disposition')).toContain("filename*=UTF-8''du-toan.xlsx");
  const parts = unzipSync(new Uint8Array(await reply.arrayBuffer()));
  expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain('Dự toán');
  expect((await ask(db, pdf ?? '')).headers.get('content-type')).toBe('application/pdf');
  expect((await ask(db, pdf ?? '', 'POST')).status).toBe(405);

  // The row hands out one of them no more.
  await staff.change(stories, id, {
    'Làm theo: tệp': [{ url: `${pictures.url}/du-toan.xlsx`, filename: 'du-toan.xlsx' }],
  });
  await syncOnce(db, standIn);
  expect((await ask(db, pdf ?? '')).status).toBe(404);
});

test('a build is asked for when a file is here, and staff read why one is not', async ({
  db,
  standIn,
  staff,
  pictures,
}) => {
  pictures.answers.set('/a.xlsx', 503);
  const id = await staff.create(stories, withFiles(pictures.url, ['a.xlsx', 'b.exe']));
  pictures.answers.set('/b.exe', Buffer.from('MZ'));
  await syncOnce(db, standIn);
  expect(await filesOf(db)).toEqual([]);
  const [said = ''] = await problems(db);
  expect(said).toContain('tệp “a.xlsx” chưa lên trang: không tải được tệp (trả lời 503)');
  expect(said).toContain('tệp “b.exe” chưa lên trang: chỉ nhận Word (.docx)');
  const before = await publishedDigest(db, real);
  pictures.answers.set('/a.xlsx', book);
  await db.query(`update model_files set next_attempt_at = now()`);
  await syncOnce(db, standIn);
  expect(await filesOf(db)).toHaveLength(1);
  expect(await publishedDigest(db, real)).not.toBe(before);
  expect((await problems(db)).join()).not.toContain('a.xlsx');
  await staff.change(stories, id, { 'Làm theo: tệp': [] });
  await syncOnce(db, standIn);
  expect(await problems(db)).toEqual([]);
});

/** States in which nobody may have a file of the story, as SQL that sets them. */
const withheld: Record<string, string> = {
  embargoed: `published_at = '2099-01-01'`,
  'without consent': 'consent = false',
  'taken down': `state = 'go-bo'`,
  'a draft': `state = 'nhap'`,
  'a sample': 'sample = true',
};
for (const [what, change] of Object.entries(withheld))
  test(`no file of a story that is ${what} can be had`, async ({ db, standIn, staff, pictures }) => {
    pictures.answers.set('/a.xlsx', book);
    await staff.create(stories, withFiles(pictures.url, ['a.xlsx']));
    await syncOnce(db, standIn);
    const [file] = (await filesOf(db)) ?? [];
    if (!file) throw new Error('The file is not here.');
    await recordPublication(db, await readPublished(db, real));
    const path = modelFilePath('MH-0101', file);
    expect((await ask(db, path)).status).toBe(200);
    await db.query(`update stories set ${change}`);
    const reply = await ask(db, path);
    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/d/MH-0101']);
  });

test('an honoree hands out no files, and a story has five at most', async ({
  db,
  standIn,
  staff,
  pictures,
}) => {
  for (const name of ['1', '2', '3', '4', '5', '6']) pictures.answers.set(`/${name}.xlsx`, book);
  await staff.create(
    stories,
    withFiles(pictures.url, ['1.xlsx', '2.xlsx', '3.xlsx', '4.xlsx', '5.xlsx', '6.xlsx']),
  );
  await syncOnce(db, standIn);
  await syncOnce(db, standIn);
  expect(pictures.asked).toHaveLength(5);
  const honoured = { Mã: 'VD-0102', Loại: 'Tập thể', 'Số quyết định': '1/QĐ', Tên: 'Tổ thử' };
  pictures.answers.set('/khac.xlsx', book);
  await staff.create(stories, withFiles(pictures.url, ['khac.xlsx'], honoured));
  await syncOnce(db, standIn);
  expect(pictures.asked).not.toContain('/khac.xlsx');
});
