import { once } from 'node:events';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { gonePages } from '../../../src/server/files/gone-pages.ts';
import { goneStory } from '../../../src/server/files/gone-thing.ts';
import { sendGone } from '../../../src/server/files/send-gone.ts';
import { expect, test } from '../../fixtures/server/served.ts';
import { placeSite, smallSite } from '../../fixtures/server/small-site.ts';

test('the page of a story that was taken down is gone before any build, under each of its addresses', async () => {
  const stop = new AbortController();
  const reads = [[], [goneStory({ id: 'MH-0001', slugs: ['truoc', 'nay'], reason: 'Sai <tên>.' })]];
  const pages = gonePages(async () => {
    const read = reads.shift();
    if (read) return read;
    stop.abort();
    throw new Error('the database is away');
  });
  expect(pages.all()).toEqual([]);
  expect(pages.at('/dien-hinh/nay/')).toBeUndefined();
  await pages.follow(1, stop.signal, () => undefined);
  expect(
    ['/dien-hinh/nay/', '/dien-hinh/truoc', '/dien-hinh/nay/tai-lieu.docx'].every((path) => pages.at(path)),
  ).toBe(true);
  expect([pages.at('/dien-hinh/'), pages.at('/dien-hinh/khac/'), pages.at('/anh/nay/')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const named = ['/anh/mh-0001-1a2b3c4d.png', '/anh/MH-0001-1a2b3c4d-480.jpg', '/api/v1/x/MH-0001.json'];
  expect(named.filter((path) => !pages.at(path))).toEqual([]);
  const ofOthers = ['/anh/mh-00011-1a2b3c4d.png', '/anh/mh-0002-1a2b3c4d.png', '/anh/x-mh-0001.png'];
  expect(ofOthers.filter((path) => pages.at(path))).toEqual([]);
  expect(pages.all()).toHaveLength(1);
  const server = createServer((incoming, outgoing) =>
    sendGone(incoming, outgoing, '/dien-hinh/nay/', { id: 'dien-hinh MH-0001', reason: 'Sai <tên>.' }),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const answer = await fetch(
    `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
  );
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([410, 'no-store']);
  expect(await answer.text()).toContain('Lý do: Sai &lt;tên&gt;.');
  server.close();
});

test('everything that a build holds of a story is gone with it: page, pictures, data, text of the search', async ({
  served,
}) => {
  const fragmentOf = (slug: string) =>
    gzipSync(`pagefind_dcd${JSON.stringify({ url: `/dien-hinh/${slug}/`, content: slug })}`);
  const filesOf = (id: string, slug: string) => ({
    [`dien-hinh/${slug}/index.html`]: slug,
    [`anh/${id.toLowerCase()}-1a2b3c4d.png`]: slug,
    [`anh/${id.toLowerCase()}-vuong-1a2b3c4d.png`]: slug,
    [`anh/${id}-1a2b3c4d-480.jpg`]: slug,
    [`api/v1/vinh-danh/${id}.json`]: slug,
    [`pagefind/fragment/vi_${slug}.pf_fragment`]: fragmentOf(slug),
  });
  const [taken, left] = [filesOf('VD-0001', 'nay'), filesOf('VD-0002', 'khac')];
  await placeSite(served.builds, { ...smallSite, ...taken, ...left });
  await served.refresh();
  const statuses = async (files: object) =>
    new Set(
      await Promise.all(
        Object.keys(files).map(
          async (file) => (await served.ask(`/${file.replace('index.html', '')}`)).status,
        ),
      ),
    );
  expect(await statuses({ ...taken, ...left })).toEqual(new Set([200]));
  await served.takeDown([{ id: 'VD-0001', slugs: ['nay'], reason: null }]);
  expect(await statuses(taken)).toEqual(new Set([410]));
  expect(await statuses(left)).toEqual(new Set([200]));
});
