import { expect, test } from '@playwright/test';
import { readEnv, readReceiptSecret, SettingsError } from '../../../../src/platform/env.ts';

const secret = 'bí mật của máy chủ thử, dài hơn ba mươi hai chữ';
const empty = { CONTEXT: '', RECEIPT_SECRET: '', AIRTABLE_ENDPOINT_URL: '' };

function withEnv<T>(changes: Record<string, string>, read: () => T): T {
  const before = { ...process.env };
  Object.assign(process.env, empty, changes);
  try {
    return read();
  } finally {
    process.env = before;
  }
}

test('without the receipt secret the server refuses to start, except on a local machine', () => {
  expect(() => withEnv({}, readReceiptSecret)).toThrow(SettingsError);
  expect(() => withEnv({}, readReceiptSecret)).toThrow(/Set RECEIPT_SECRET.*npm run receipt-key/);
  expect(() => withEnv({ RECEIPT_SECRET: 'ngắn' }, readReceiptSecret)).toThrow(SettingsError);
  expect(withEnv({ RECEIPT_SECRET: secret }, readReceiptSecret)).toBe(secret);
  expect(withEnv({ AIRTABLE_ENDPOINT_URL: 'http://localhost:8889' }, readReceiptSecret)).toBeUndefined();
  expect(() => withEnv({ AIRTABLE_ENDPOINT_URL: 'https://localhost.example' }, readReceiptSecret)).toThrow(
    SettingsError,
  );
});

test('a build for production is refused without it; a preview and a command are not', () => {
  expect(() => withEnv({ CONTEXT: 'production' }, readEnv)).toThrow(/Set RECEIPT_SECRET/);
  expect(withEnv({ CONTEXT: 'production', RECEIPT_SECRET: secret }, readEnv).isPreview).toBe(false);
  for (const CONTEXT of ['deploy-preview', 'branch-deploy', ''])
    expect(() => withEnv({ CONTEXT }, readEnv)).not.toThrow();
});
