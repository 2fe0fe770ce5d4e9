import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { headersOf } from '../../../../src/build/security/header-rules.ts';
import { catchFaults } from '../../../../src/platform/http/catch-faults.ts';
import {
  fileReply,
  jsonReply,
  pageReply,
  problemReply,
  seeOther,
} from '../../../../src/platform/http/replies.ts';

/** Every path of a function, by the text of its file. */
const functions = globSync('functions/*.ts').map((file) => readFileSync(file, 'utf8'));
const paths = functions.flatMap((text) =>
  [...(/ path: ([^;]*)/.exec(text)?.[1] ?? '').matchAll(/'(\/[^']*)'/g)].map(([, path = '']) => path),
);
const ask = (path: string) => new Request(`https://example.gov.vn${path.replaceAll(/:\w+/g, 'x')}`);

const replies = {
  data: () => jsonReply(200, {}),
  'a problem': () => problemReply(404, 'Không có.'),
  'a page': () => pageReply(200, '<p>'),
  'a file': () => fileReply('x', 'text/plain', 'attachment'),
  'another address': () => seeOther('/'),
  'a fault': (): Response => {
    throw new Error('test');
  },
};

test('whatever a function answers below /api/v1/ any site may read, as it may read the files there; nothing else', async () => {
  expect(paths.filter((path) => path.startsWith('/api/v1/')).length).toBeGreaterThan(3);
  expect(functions.filter((text) => / path: /.test(text) && !text.includes('catchFaults('))).toEqual([]);
  for (const path of paths)
    for (const [what, make] of Object.entries(replies)) {
      const reply = await catchFaults('test', make)(ask(path));
      const isOpen = path.startsWith('/api/v1/');
      const said = [
        reply.headers.get('access-control-allow-origin'),
        reply.headers.get('cross-origin-resource-policy'),
      ];
      expect(said, `${path}: ${what}`).toEqual(isOpen ? ['*', 'cross-origin'] : [null, 'same-origin']);
      expect(said[0] ?? undefined, path).toBe(
        headersOf(new URL(ask(path).url).pathname)['Access-Control-Allow-Origin'],
      );
    }
});
