import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { gonePages, sendGone } from '../../../src/server/files/gone-pages.ts';
import { createServer } from 'node:http';

test('the page of a story that was taken down is gone before any build, under each of its addresses', async () => {
  const stop = new AbortController();
  const reads = [[], [{ slugs: ['truoc', 'nay'], reason: 'Sai <tên>.' }]];
  const pages = gonePages(async () => {
    const read = reads.shift();
    if (read) return read;
    stop.abort();
    throw new Error('the database is away');
  });
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
  const server = createServer((incoming, outgoing) =>
    sendGone(incoming, outgoing, '/dien-hinh/nay/', { slugs: [], reason: 'Sai <tên>.' }),
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
