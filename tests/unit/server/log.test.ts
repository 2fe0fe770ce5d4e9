import { expect, test } from '@playwright/test';
import { logConsole, openLog } from '../../../src/server/log.ts';

/** A log whose lines are kept. */
function keptLog() {
  const lines: string[] = [];
  return { lines, log: openLog('info', { write: (line) => void lines.push(line) }) };
}

const secrets = [
  'https://thi-dua.example/de-cu/da-nhan/?ma=DN26&khoa=bi-mat-1',
  'khoa=bi-mat-2',
  'Authorization: Bearer bi-mat-3',
  'postgres://user:bi-mat-4@db:5432/x',
  'smtps://user:bi-mat-5@mail.example',
  '550 <bi-mat-6@example.gov.vn> unknown',
  'token=bi-mat-7&x=1',
];

test('a log holds no key, token, password or mail address, whoever prints it', () => {
  const { lines, log } = keptLog();
  const target = { log: console.log, warn: console.warn, error: console.error };
  logConsole(log, target);
  for (const secret of secrets) {
    log.info(secret);
    log.error(new Error(secret));
    log.info({ error: secret }, 'fact');
    target.error(`Filing failed: ${secret}`, new Error(secret));
  }
  log.info({ khoa: 'bi-mat-8', token: 'bi-mat-9', ip: 'bi-mat-10', inner: { key: 'bi-mat-11' } }, 'fields');
  target.log('gọi 0912345678 hoặc +84912345678');
  expect(lines).toHaveLength(secrets.length * 4 + 2);
  expect(lines.join('')).not.toContain('bi-mat');
  expect(lines.join('')).not.toMatch(/912345678/);
});

test('each line is one JSON object with time and level', () => {
  const { lines, log } = keptLog();
  log.info({ route: '/api/forms/:form', status: 201 }, 'answered');
  log.error(new Error('hai\ndòng'));
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ time: expect.stringMatching(/Z$/) });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', msg: 'answered', status: 201 });
});
