import { readdirSync, readFileSync, statSync } from 'node:fs';
import { pictures } from '../../../scripts/guide/pictures.ts';
import { tablesToRead } from '../../../scripts/guide/table-columns.ts';
import { openBase } from '../../../scripts/local-system/base-client.ts';
import { tables } from '../../../src/back-office/airtable/columns.ts';
import { readBaseSchema } from '../../../src/back-office/airtable/schema.ts';
import { recordPublication } from '../../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../../src/gallery/stories/server/store.ts';
import { tablesToRead as shown } from '../../../src/site/guide/read-columns.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../fixtures/back-office.ts';
import { file, intakeTools } from '../../fixtures/intake.ts';
import { goodNomination } from '../../fixtures/nominations.ts';

const guide = readFileSync('content/pages/huong-dan-duyet.mdx', 'utf8');
const kilobyte = 1024;

test('each column has a sentence of its own, and the base and the guide say the same', async ({
  standIn,
}) => {
  for (const { name, columns } of tables) {
    const sentences = columns.map(({ description }) => description ?? '');
    expect(
      sentences.filter((words) => !words.endsWith('.')),
      name,
    ).toEqual([]);
    expect(new Set(sentences).size, `${name}: one sentence for two columns`).toBe(sentences.length);
  }
  const base = await readBaseSchema(
    openBase({ token: 'local', baseId: standIn.baseId, endpointUrl: standIn.url }, 0),
  );
  const said = (columns: readonly { name: string; words: string }[]) =>
    columns.map(({ name, words }) => `${name}: ${words}`);
  expect(shown, 'run npm run guide-pictures').toEqual(tablesToRead());
  const [common, ...own] = shown;
  const ofAll = said(common?.columns ?? []);
  for (const { name, columns } of own) {
    const written = base.find((table) => table.name === name)?.fields ?? [];
    const inBase = said(written.map((field) => ({ name: field.name, words: field.description ?? '' })));
    expect(
      inBase.filter((line) => !ofAll.includes(line)),
      name,
    ).toEqual(said(columns));
  }
});

test('the pictures of the guide are those of its script, and light', () => {
  const named = [...guide.matchAll(/<GuidePicture name="([^"]+)"/g)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(pictures.map(({ name }) => name).toSorted());
  const taken = readdirSync('content/guide').filter((name) => name.endsWith('.webp'));
  expect(taken.toSorted()).toEqual(named.map((name) => `${name}.webp`).toSorted());
  const bytes = taken.map((name) => statSync(`content/guide/${name}`).size);
  expect(Math.max(...bytes)).toBeLessThan(40 * kilobyte);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(150 * kilobyte);
});

test('what goes wrong is told in the row with the words that the guide quotes', async ({
  db,
  standIn,
  staff,
}) => {
  const list = guide.slice(guide.indexOf('## Mười chỗ hay vướng'), guide.indexOf('Hai việc của cả bảng'));
  const quoted = [...list.matchAll(/^\d+\. .*?: \*(.+?)\*/gm)].map(([, words = '']) => words);
  expect(quoted).toHaveLength(10);

  const changing = await staff.create(stories, storyRow({ Mã: 'MH-0107' }));
  await file(intakeTools(db), goodNomination());
  await syncOnce(db, standIn);
  await recordPublication(db, await readPublished(db, { samples: false }));
  const [nomination] = await staff.rows('Đề cử');
  const move = (state: string) => staff.change('Đề cử', nomination?.id ?? '', { 'Trạng thái': state });
  await move('Không đủ điều kiện');
  await syncOnce(db, standIn);
  await move('Đã có quyết định khen thưởng');
  await staff.create('Đề cử', { 'Mã hồ sơ': nomination?.fields['Mã hồ sơ'] });
  await staff.change(stories, changing, { Mã: 'MH-0177' });
  for (const [code, wrong] of Object.entries({
    'MH-0101': { 'Đồng ý công khai': false },
    'MH-0102': { 'Tóm tắt': null },
    'VD-0103': { Loại: 'Tập thể' },
    'MH-0104': { 'Trạng thái': 'Hẹn giờ' },
    'mã sai': {},
    'MH-0106': {},
    'MH-0108': { Ảnh: [{ url: `${standIn.url}/khong-can.jpg` }] },
  }))
    await staff.create(stories, storyRow({ Mã: code, ...wrong }));
  await staff.create(stories, storyRow({ Mã: 'MH-0106', Tên: 'Hàng thừa' }));
  await syncOnce(db, standIn);
  const rows = [...(await staff.rows(stories)), ...(await staff.rows('Đề cử'))];
  const told = rows.map(({ fields }) => fields['Vì sao']).join('\n');
  for (const words of quoted) expect(told).toContain(words.replace(/\.$/, ''));
});
