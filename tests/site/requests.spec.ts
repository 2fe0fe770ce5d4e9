import { expect, test } from '@playwright/test';
import { sitePort } from '../fixtures/addresses.ts';
import { expectAsAgreed } from '../fixtures/as-agreed.ts';
import { type Exchange, exchanges } from '../fixtures/requests.ts';
import { sendAsItIs } from '../fixtures/send-as-it-is.ts';

const origin = `http://localhost:${sitePort}`;

const send = (exchange: Exchange) => sendAsItIs(sitePort, exchange);

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
