import { networkOf } from '../../../../src/filing/abuse/server/sender.ts';
import {
  countSubmission,
  isWithinLimit,
  senderAt,
  submissionsAnHour,
} from '../../../../src/filing/abuse/server/submission-limit.ts';
import { openDatabase } from '../../../../src/platform/postgres.ts';
import { expect, test } from '../../../fixtures/database.ts';

test('an IPv4 address is a sender by itself, in whichever spelling the platform tells it', () => {
  for (const same of [
    '192.0.2.1',
    ' 192.0.2.1 ',
    '::ffff:192.0.2.1',
    '::FFFF:c000:201',
    '0:0:0:0:0:ffff:192.0.2.1',
  ])
    expect(networkOf(same), same).toBe('192.0.2.1');
  expect(networkOf('192.0.2.2')).not.toBe(networkOf('192.0.2.1'));
});

test('of IPv6 a whole /64 is one sender, in every spelling, with brackets or a zone', () => {
  for (const same of [
    '2001:db8:0:7::1',
    '2001:DB8::7:0:0:0:1',
    '2001:0db8:0000:0007:ffff:ffff:ffff:ffff',
    '[2001:db8:0:7::2]',
    '2001:db8:0:7::3%eth0',
    '2001:db8:0:7:0:0:192.0.2.1',
  ])
    expect(networkOf(same), same).toBe('2001:db8:0:7::/64');
  expect(networkOf('::1')).toBe('0:0:0:0::/64');
  const networks = ['2001:db8:0:8::1', '2001:db8:1:7::1', 'fe80::1', '2001:db8:0:7::1'].map(networkOf);
  expect(new Set(networks).size).toBe(4);
});

test('requests without a valid address count as one sender with the usual limit', async ({ db }) => {
  const none = [
    '',
    ' ',
    'unknown',
    'localhost',
    '192.0.2',
    '192.0.2.1, 192.0.2.2',
    '192.0.2.256',
    '1:2',
    ':::',
    '%',
    '[]',
  ];
  expect(new Set(none.map(networkOf))).toEqual(new Set(['unknown']));
  const now = new Date();
  const counted = none.slice(1).map((address) => countSubmission(db, senderAt(db, address, now)));
  expect((await Promise.all(counted)).every(Boolean)).toBe(true);
  await db.query('update filing_counts set filings = $1', [submissionsAnHour]);
  expect(await isWithinLimit(db, '')).toBe(false);
  expect(await isWithinLimit(db, '192.0.2.1')).toBe(true);
});

test('sixty addresses of one line count as one sender; separate limits stay separate', async ({
  db,
  databaseUrl,
}) => {
  const now = new Date();
  const other = openDatabase(databaseUrl);
  const digests = Array.from(
    { length: 60 },
    (_, at) => senderAt(db, `2001:db8:0:7::${at.toString(16)}`, now).digest,
  );
  expect(new Set(digests).size).toBe(1);
  expect(senderAt(other, '2001:db8:0:7::ffff', now).digest).toBe(digests[0]);
  const kinds = (['submissions', 'tables', 'dossiers', 'files', 'copies'] as const).map(
    (counted) => senderAt(db, '', now, counted).digest,
  );
  expect(new Set(kinds).size).toBe(kinds.length);
  await other.end();
});
