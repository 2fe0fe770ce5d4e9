import { expect, test } from '@playwright/test';
import { readEnv, SettingsError } from '../../../../src/platform/env.ts';

const withEnv = (changes: Record<string, string>) => {
  const before = { ...process.env };
  Object.assign(process.env, { SMTP_URL: '', MAIL_FROM: '', ...changes });
  try {
    return readEnv().mail;
  } finally {
    process.env = before;
  }
};

test('a mail server and a sender belong together, and neither is needed', () => {
  const [SMTP_URL, MAIL_FROM] = ['smtps://may:mat-khau@thu.example', 'Sở Nội vụ <thi-dua@donvi.example>'];
  expect(withEnv({})).toBeNull();
  expect(withEnv({ SMTP_URL, MAIL_FROM })).toEqual({ url: SMTP_URL, from: MAIL_FROM });
  expect(withEnv({ SMTP_URL, MAIL_FROM: 'thi-dua@donvi.example' })).not.toBeNull();
  for (const half of [
    { SMTP_URL },
    { MAIL_FROM },
    { SMTP_URL: 'https://thu.example', MAIL_FROM },
    { SMTP_URL, MAIL_FROM: 'Sở Nội vụ' },
    { SMTP_URL, MAIL_FROM: 'a@donvi.example\r\nBcc: b@donvi.example' },
    { SMTP_URL, MAIL_FROM: 'A <a@donvi.example>, B <b@donvi.example>' },
  ]) {
    expect(() => withEnv(half)).toThrow(SettingsError);
  }
});
