import { receiptKeys } from '../../../../src/filing/receipts/server/receipt-key.ts';
import { expect, test } from '../../../fixtures/database.ts';

test('the key of one code opens no other, and another secret makes other keys', async ({ db }) => {
  const keys = receiptKeys(db, 'x'.repeat(32));
  const key = keys.of('DN26-ABCD-EFGH-JK');
  expect(Buffer.from(key, 'base64url').length * 8).toBeGreaterThanOrEqual(96);
  expect(keys.fits('DN26-ABCD-EFGH-JK', key)).toBe(true);
  expect(keys.fits('DN26-ABCD-EFGH-JM', key)).toBe(false);
  expect(receiptKeys(db, 'y'.repeat(32)).fits('DN26-ABCD-EFGH-JK', key)).toBe(false);
});

test('a new secret closes no receipt, list or letter whose secret is listed as former, and makes no key with it', async ({
  db,
}) => {
  const [now, before, first] = ['n', 'b', 'f'].map((letter) => letter.repeat(32));
  const id = 'DN26-ABCD-EFGH-JK';
  const table = 'rYw1cVZ0m3o3cBqf0mE7dOq2kq0S3iQv8m3yM6b1x9k';
  const keys = receiptKeys(db, now, before ?? '', first ?? '');
  for (const secret of [now, before, first]) {
    const old = receiptKeys(db, secret);
    expect(keys.fits(id, old.of(id))).toBe(true);
    expect(keys.copies.fits('7', old.copies.of('7'))).toBe(true);
    expect(keys.tables.fits(table, old.tables.of(table))).toBe(true);
    expect(keys.tables.fits(table, old.of(table))).toBe(true);
    expect(keys.tables.fits(id, old.of(id))).toBe(false);
    expect(keys.fits(id, old.tables.of(id))).toBe(false);
  }
  expect(keys.of(id)).toBe(receiptKeys(db, now).of(id));
  expect(keys.fits(id, receiptKeys(db, 'x'.repeat(32)).of(id))).toBe(false);
});

test('a key has one spelling and one purpose; the keys that tables were given before still open their lists', async ({
  db,
}) => {
  const keys = receiptKeys(db, 'x'.repeat(32));
  const code = 'DN26-ABCD-EFGH-JK';
  const table = 'rYw1cVZ0m3o3cBqf0mE7dOq2kq0S3iQv8m3yM6b1x9k';
  const key = keys.of(code);
  const last = key.slice(-1);
  const otherBits = String.fromCharCode(last.charCodeAt(0) + 1);
  for (const spelled of [
    `${key}==`,
    ` ${key}`,
    `${key}!!!`,
    key.slice(0, -1) + otherBits,
    key.toUpperCase(),
    '',
  ])
    expect(keys.fits(code, spelled), spelled).toBe(false);
  expect(keys.tables.fits(table, keys.tables.of(table))).toBe(true);
  expect(keys.tables.fits(table, keys.of(table))).toBe(true);
  expect(keys.tables.of(table)).not.toBe(keys.of(table));
  expect(keys.tables.fits(code, key)).toBe(false);
  expect(keys.tables.fits(code, keys.tables.of(code))).toBe(false);
  expect(keys.fits(code, keys.tables.of(code))).toBe(false);
});
