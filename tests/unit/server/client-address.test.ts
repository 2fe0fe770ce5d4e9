import { expect, test } from '@playwright/test';
import { clientAddress, TrustedProxyError } from '../../../src/server/http/client-address.ts';

const cases: readonly [
  what: string,
  proxies: string[],
  connection: string | undefined,
  forwarded: string[],
  client: string,
][] = [
  ['nobody is trusted', [], '203.0.113.1', ['198.51.100.1'], '203.0.113.1'],
  ['a stranger forges', ['127.0.0.1'], '203.0.113.1', ['198.51.100.1'], '203.0.113.1'],
  ['one proxy', ['127.0.0.1'], '127.0.0.1', ['203.0.113.1'], '203.0.113.1'],
  [
    'a stranger forges behind the proxy',
    ['127.0.0.1'],
    '127.0.0.1',
    ['10.0.0.9, 203.0.113.1'],
    '203.0.113.1',
  ],
  [
    'two proxies',
    ['127.0.0.1', '10.0.0.0/8'],
    '127.0.0.1',
    ['1.1.1.1, 203.0.113.1, 10.2.3.4'],
    '203.0.113.1',
  ],
  [
    'two headers',
    ['127.0.0.1', '10.0.0.0/8'],
    '127.0.0.1',
    ['1.1.1.1', '203.0.113.1, 10.2.3.4'],
    '203.0.113.1',
  ],
  ['all are trusted', ['127.0.0.1', '10.0.0.0/8'], '127.0.0.1', ['10.1.1.1'], '10.1.1.1'],
  ['the proxy says nothing', ['127.0.0.1'], '127.0.0.1', [], '127.0.0.1'],
  ['nonsense', ['127.0.0.1'], '127.0.0.1', ['unknown'], '127.0.0.1'],
  ['nonsense left of it', ['127.0.0.1'], '127.0.0.1', ['<script>, 203.0.113.1'], '203.0.113.1'],
  ['ports', ['127.0.0.1'], '127.0.0.1', ['203.0.113.1:4711'], '203.0.113.1'],
  ['IPv6', ['::1'], '::1', ['[2001:db8::7]:443'], '2001:db8::7'],
  ['IPv4 in IPv6', ['127.0.0.1'], '::ffff:127.0.0.1', ['::ffff:203.0.113.1'], '203.0.113.1'],
  ['a socket file that is not trusted', ['127.0.0.1'], undefined, ['203.0.113.1'], ''],
  ['a trusted socket file', ['unix'], undefined, ['198.51.100.1, 203.0.113.1'], '203.0.113.1'],
];

for (const [what, proxies, connection, forwarded, client] of cases) {
  test(`who asks: ${what}`, () => {
    expect(clientAddress(proxies)(connection, forwarded)).toBe(client);
  });
}

test('a proxy that is no address is refused by name', () => {
  for (const wrong of ['localhost', '10.0.0.0/33', '10.0.0/8', '::1/129', '10.0.0.0/x', ''])
    expect(() => clientAddress([wrong]), wrong).toThrow(TrustedProxyError);
});
