import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '../../fixtures/back-office.ts';
import { file } from '../../fixtures/ground/filings.ts';
import { startGround } from '../../fixtures/ground/start-ground.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const preload = `--import=${pathToFileURL(resolve('tests/fixtures/ground/no-way-out.ts')).href}`;

test('the firewall of these tests sees every way out', async () => {
  const folder = await temporaryFolder();
  const log = join(folder.path, 'log');
  const tries = `
    const quiet = () => undefined;
    await fetch('https://one.example/').catch(quiet);
    await fetch('http://192.0.2.2/').catch(quiet);
    const { connect } = await import('node:net');
    const { lookup } = await import('node:dns');
    const { connect: secure } = await import('node:tls');
    for (const go of [() => connect(443, 'three.example'), () => secure({ host: 'four.example', port: 443 }), () => lookup('five.example', quiet)])
      try { go().on('error', quiet); } catch {}
  `;
  await promisify(execFile)(process.execPath, [preload, '--input-type=module', '--eval', tries], {
    env: { ...process.env, NO_WAY_OUT_LOG: log },
  });
  const said = await readFile(log, 'utf8');
  for (const host of ['one.example', '192.0.2.2', 'three.example', 'four.example', 'five.example'])
    expect(said).toContain(host);
  await folder.remove();
});

test('with the stand-in as back office, the server calls nobody outside its machine', async ({
  standIn,
  staff,
}) => {
  const folder = await temporaryFolder();
  const log = join(folder.path, 'log');
  await writeFile(log, '');
  const ground = await startGround();
  const server = await ground.serve('site,sync', {
    AIRTABLE_ENDPOINT_URL: standIn.url,
    AIRTABLE_BASE_ID: standIn.baseId,
    AIRTABLE_TOKEN: standIn.token,
    SYNC_EVERY_SECONDS: '5',
    NODE_OPTIONS: preload,
    NO_WAY_OUT_LOG: log,
  });
  const { outcome } = await file(server.origin);
  expect(outcome.kind).toBe('receipt');
  const code = outcome.kind === 'receipt' ? outcome.code : '';
  for (const path of ['/', '/ke-hoach/', `/api/submissions/${code}`, '/api/v1/receipt-key.json'])
    expect((await fetch(`${server.origin}${path}`)).status, path).toBe(200);
  // The sync has been to the back office and back.
  const codes = async () => (await staff.rows('Đề cử')).map(({ fields }) => fields['Mã hồ sơ']);
  await expect.poll(codes, { timeout: 60_000 }).toContain(code);
  expect(await readFile(log, 'utf8')).toBe('');
  await ground.stop();
  await folder.remove();
});
