import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { sitePort } from '../fixtures/addresses.ts';
import { expectAsAgreed } from '../fixtures/as-agreed.ts';
import { type Exchange, exchanges } from '../fixtures/requests.ts';

const origin = `http://localhost:${sitePort}`;

/** Sends the request as it stands: nothing is normalized, followed or decompressed. */
async function send({ path, method = 'GET', headers = {}, body }: Exchange) {
  const asked = request({ host: '127.0.0.1', port: sitePort, path, method, headers, agent: false });
  // A server may answer, and close, before it has read a body that it refuses.
  asked.on('error', () => undefined);
  asked.end(body);
  const [answer] = await once(asked, 'response');
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

for (const [what, list] of Object.entries(exchanges)) {
  test(`requests are answered as agreed: ${what}`, async () => {
    for (const exchange of list) {
      const { status = 0, headers } = await send(exchange);
      expectAsAgreed(exchange, { status, headers }, origin);
    }
  });
}

test('every page is answered with 304 to who has it, each copy under its own tag', async () => {
  for (const { path } of exchanges['pages'] ?? [])
    for (const encoding of ['br', 'gzip', 'identity']) {
      const headers = { 'accept-encoding': encoding };
      const first = await send({ path, headers, status: 200 });
      const again = await send({
        path,
        headers: { ...headers, 'if-none-match': String(first.headers.etag) },
        status: 304,
      });
      expect([again.status, again.body, again.headers.etag], path).toEqual([304, '', first.headers.etag]);
    }
});
