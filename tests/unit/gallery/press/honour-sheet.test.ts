import { PDFDocument } from '@cantoo/pdf-lib';
import { honourSheet } from '../../../../src/gallery/honours/server/honour-sheet.ts';
import { getPressPage } from '../../../../src/gallery/press/server/press-page.ts';
import { pressTools } from '../../../../src/gallery/press/server/press-tools.ts';
import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { generateStories } from '../../../fixtures/story-generator/generate.ts';
import { insertStories } from '../../../fixtures/story-generator/insert.ts';

const origin = 'https://example.gov.vn';
const all = generateStories(40, 3).map((story) => ({ ...story, sample: false }));
const honour = all.find(({ decisionNumber }) => decisionNumber !== null);
const model = all.find(({ decisionNumber }) => decisionNumber === null);
if (!honour || !model) throw new Error('No story was generated.');

test('the sheet of an honour is there while its story is public, and a model without a decision has none', async ({
  db,
}) => {
  await insertStories(db, [honour, model]);
  await recordPublication(db, [honour, model]);
  const tools = {
    ...pressTools(() => db, { SITE_FOLDER: '', isLocal: false, siteUrl: origin }),
    readPage: async (path: string) => (path === '/bao-chi/anh.json' ? '{}' : '<html></html>'),
  };
  const ask = (id: string) =>
    getPressPage(new Request(`${origin}/bao-chi/dien-hinh/${id}.pdf`), `${id}.pdf`, tools);
  const reply = await ask(honour.id);
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect((await PDFDocument.load(await reply.arrayBuffer())).getTitle()).toContain(honour.name);
  expect((await ask(model.id)).status).toBe(404);
  expect((await ask(honour.id.toLowerCase())).headers.get('location')).toBe(
    `/bao-chi/dien-hinh/${honour.id}.pdf`,
  );
  await db.query(`update stories set state = 'go-bo' where id = $1`, [honour.id]);
  expect((await ask(honour.id)).headers.get('location')).toBe(`/d/${honour.id}`);
});

const words = 'Đã có thành tích xuất sắc trong chuyển đổi số ở cơ sở ';
for (const [what, length] of [
  ['a short', 12],
  ['a middling', 120],
  ['the longest', 300],
] as const)
  test(`the sheet of an honour with ${what} name fits one page`, async () => {
    const photo = null;
    const name = words.repeat(6).slice(0, length);
    const motivation = words.repeat(12).slice(0, length * 2);
    const sheet = await honourSheet(
      { ...honour, photo, name, unitName: words.repeat(4), motivation, sample: true },
      origin,
    );
    expect((await PDFDocument.load(sheet)).getPageCount()).toBe(1);
  });
