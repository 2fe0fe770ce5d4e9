import { expect, test } from '@playwright/test';
import { readEnv, readReceiptSecret, SettingsError } from '../../../../src/platform/env.ts';

const secret = 'bí mật của máy chủ thử, dài hơn ba mươi hai chữ';
const empty = { CONTEXT: '', RECEIPT_SECRET: '', LOCAL_SYSTEM: '', SITE_URL: '' };

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
  expect(withEnv({ LOCAL_SYSTEM: 'true' }, readReceiptSecret)).toBeUndefined();
  expect(() => withEnv({ LOCAL_SYSTEM: 'false' }, readReceiptSecret)).toThrow(SettingsError);
});

test('a function of the platform holds one connection, a server ten, unless a setting says otherwise', () => {
  const ofPlatform = { AWS_LAMBDA_FUNCTION_NAME: 'forms' };
  const connections = (variables: Record<string, string>) =>
    withEnv(variables, () => readEnv().DATABASE_CONNECTIONS);
  expect(connections(ofPlatform)).toBe(1);
  expect(connections({})).toBe(10);
  expect(connections({ ...ofPlatform, DATABASE_CONNECTIONS: '2' })).toBe(2);
});

test('only the setting makes a machine local, wherever the back office is', () => {
  const atHome = { AIRTABLE_ENDPOINT_URL: 'http://localhost:8889' };
  expect(withEnv(atHome, readEnv).isLocal).toBe(false);
  expect(withEnv({ ...atHome, LOCAL_SYSTEM: 'true' }, readEnv).isLocal).toBe(true);
});

test('samples cannot reach the public: a local system is refused at a public address and in production', () => {
  const local = { LOCAL_SYSTEM: 'true', RECEIPT_SECRET: secret };
  for (const SITE_URL of ['http://localhost:8888', 'http://127.0.0.1:9', 'http://[::1]:9'])
    expect(() => withEnv({ ...local, SITE_URL }, readEnv), SITE_URL).not.toThrow();
  for (const SITE_URL of ['https://thi-dua.example', 'https://localhost.example', 'http://10.0.0.1'])
    expect(() => withEnv({ ...local, SITE_URL }, readEnv), SITE_URL).toThrow(/LOCAL_SYSTEM/);
  expect(() => withEnv({ ...local, CONTEXT: 'production' }, readEnv)).toThrow(/LOCAL_SYSTEM/);
});

test('a build for production is refused without it; a preview and a command are not', () => {
  expect(() => withEnv({ CONTEXT: 'production' }, readEnv)).toThrow(/Set RECEIPT_SECRET/);
  expect(withEnv({ CONTEXT: 'production', RECEIPT_SECRET: secret }, readEnv).isPreview).toBe(false);
  for (const CONTEXT of ['deploy-preview', 'branch-deploy', ''])
    expect(() => withEnv({ CONTEXT }, readEnv)).not.toThrow();
});
