import { NetlifyDev } from '@netlify/dev';
import { expect, test } from '@playwright/test';

const off = { enabled: false };

test('Netlify’s own bundler takes every function, and what it bundled answers', async () => {
  test.setTimeout(300_000);
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/nothing';
  process.env.RECEIPT_SECRET = 'bí mật của máy chủ thử, dài hơn ba mươi hai chữ';
  const netlify = new NetlifyDev({
    projectRoot: process.cwd(),
    skipGitignore: true,
    serverAddress: null,
    aiGateway: off,
    blobs: off,
    database: off,
    edgeFunctions: off,
    environmentVariables: off,
    geolocation: off,
    images: off,
    server: off,
    staticFiles: off,
  });
  await netlify.start();
  const status = async (path: string, method = 'GET') =>
    (await netlify.handle(new Request(`http://localhost:8888${path}`, { method })))?.status;
  expect(await status('/api/submissions/abc')).toBe(404);
  expect(await status('/api/submissions/abc/proof.pdf')).toBe(404);
  expect(await status('/api/v1/receipt-key.json')).toBe(200);
  expect(await status('/api/forms/de-cu-tap-the')).toBe(405);
  expect(await status('/api/batches/de-cu-tap-the')).toBe(405);
  expect(await status('/api/batches/de-cu-tap-the/bang.xlsx')).toBe(405);
  expect(await status('/api/batch-receipts/ma-ho-so.csv')).toBe(404);
  expect(await status('/tra-cuu/')).toBe(200);
  expect(await status('/de-cu/da-nhan/')).toBe(200);
  expect(await status('/de-cu/nhieu/da-nhan/')).toBe(200);
  await netlify.stop();
});
