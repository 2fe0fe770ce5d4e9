import { getEmbed } from '../../../../src/gallery/embed/server/embed-page.ts';
import { getPressPage } from '../../../../src/gallery/press/server/press-page.ts';
import { pressTools } from '../../../../src/gallery/press/server/press-tools.ts';
import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { generateStories } from '../../../fixtures/story-generator/generate.ts';
import { insertStories } from '../../../fixtures/story-generator/insert.ts';

const origin = 'https://example.gov.vn';
const template = `<!doctype html><html><head><title>x</title></head><body><div data-press="none"></div>
<div data-press="story" hidden><h1 data-press="name"></h1><b data-press="unit"></b><div data-press="long"><p data-text></p></div>
<div data-press="embed"><p data-text></p></div><a data-press="signed">x</a><section data-press="photo"></section>
<i data-press="contact"></i></div></body></html>`;

test('what the press prints of a story, its text and its card come from the store: nothing before its time, nothing after it was taken down', async ({
  db,
}) => {
  const [shown, due, early] = generateStories(3, 5).map((story) => ({ ...story, sample: false }));
  if (!shown || !due || !early) throw new Error('No story was generated.');
  const risky = { ...shown, name: 'Ao <b>"cá"</b> & lúa', contact: 'Bà Lan, 0912 345 678' };
  const later = { ...early, publishedAt: '2099-01-01T00:00:00.000Z' };
  await insertStories(db, [risky, due, later]);
  await recordPublication(db, [risky, later]);
  const tools = {
    ...pressTools(() => db, { SITE_FOLDER: '', isLocal: false, siteUrl: origin }),
    readPage: async (path: string) => (path === '/bao-chi/anh.json' ? '{}' : template),
  };
  const ask = (path: string) => {
    const request = new Request(`${origin}${path}`);
    const [, room, , name = ''] = path.split('/');
    return room === 'nhung'
      ? getEmbed(request, path.split('/')[2] ?? '', tools)
      : getPressPage(request, name, tools);
  };
  const page = `/bao-chi/dien-hinh/${risky.id}/`;
  const text = `/bao-chi/dien-hinh/${risky.id}.txt`;
  const card = `/nhung/${risky.id}/`;

  const html = await (await ask(page)).text();
  expect(html).toContain('Ao &lt;b&gt;"cá"&lt;/b&gt; &amp; lúa</h1>');
  expect(html).toContain('href="tel:+84912345678"');
  expect(html).toContain('&lt;iframe src=');
  expect(html).not.toContain('data-press="none"');
  const plain = await ask(text);
  expect(plain.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await plain.text()).toContain('TRÍCH DẪN ĐẦY ĐỦ');
  const framed = await ask(card);
  expect(framed.headers.get('x-frame-options')).toBeNull();
  expect(framed.headers.get('content-security-policy')).toContain('frame-ancestors *');
  expect(await framed.text()).toContain('Ao &lt;b&gt;&quot;cá&quot;&lt;/b&gt; &amp; lúa');
  expect((await ask(page)).headers.get('x-frame-options')).toBe('DENY');

  // Another spelling leads to the address.
  expect((await ask(page.toLowerCase().slice(0, -1))).headers.get('location')).toBe(page);
  expect((await ask(card.toLowerCase())).headers.get('location')).toBe(card);
  // Due, but in no build yet; shown before, and put off since; never heard of.
  for (const path of [page, card]) {
    const of = (id: string) => ask(path.replace(risky.id, id));
    expect((await of(due.id)).status).toBe(404);
    expect((await of(later.id)).headers.get('location')).toBe(`/d/${later.id}`);
    expect((await of('MH-9999')).status).toBe(404);
    expect((await of('tat-ca')).status).toBe(404);
  }
  await db.query(`update stories set state = 'go-bo' where id = $1`, [risky.id]);
  for (const path of [page, text, card]) {
    const gone = await ask(path);
    expect([gone.status, await gone.text()], path).toEqual([303, '']);
  }
});
