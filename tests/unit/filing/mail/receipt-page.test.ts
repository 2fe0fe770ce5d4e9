import { findStatus, storeSubmission } from '../../../../src/filing/intake/store.ts';
import { findSubmission } from '../../../../src/filing/receipts/server/open-submission.ts';
import { receiptKeys, receiptPath } from '../../../../src/filing/receipts/server/receipt-key.ts';
import { statusPage } from '../../../../src/filing/status/server/status-pages.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const parts = ['copy-waiting', 'copy-sent', 'copy-copied', 'copy-failed', 'no-copy'];
const page = `<!doctype html><html><head><title>Đã nhận</title></head><body>${parts
  .map((part) => `<p data-part="${part}" hidden>${part} <b data-slot="copy-to"></b></p>`)
  .join('')}</body></html>`;

test('the receipt says what became of its copy, and to whom it goes', async ({ db }) => {
  const keys = receiptKeys(db);
  const said = async (code: string) => {
    const request = new Request(`http://localhost:8888${receiptPath(code, keys.of(code))}`);
    const answer = await statusPage(request, '/de-cu/da-nhan/', {
      find: (asked) => findStatus(db, asked),
      findSubmission: (asked) => findSubmission(db, asked),
      readPage: async () => page,
      keys,
    });
    const shown = [...(await answer.text()).matchAll(/<p data-part="[a-z-]+">([a-z-]+) <b[^>]*>([^<]*)/g)];
    return shown.map(([, part, to]) => `${part} ${to}`.trim());
  };
  const fileOne = async (sendsMail: boolean, contactEmail?: string) => {
    const tools = intakeTools(db, { save: (filed) => storeSubmission(db, filed, { sendsMail }) });
    const submissionKey = crypto.randomUUID();
    return (
      await (
        await file(
          tools,
          goodNomination({ contactEmail, submissionKey, summary: `Sơ lược ${submissionKey}` }),
        )
      ).json()
    ).code;
  };
  const to = 'nguoi.thu@donvi.example';
  expect(await said(await fileOne(false, to))).toEqual(['no-copy']);
  expect(await said(await fileOne(true))).toEqual(['no-copy']);
  const code = await fileOne(true, to);
  expect(await said(code)).toEqual([`copy-waiting ${to}`]);
  await db.query('update receipt_copies set sent_at = now()');
  expect(await said(code)).toEqual([`copy-sent ${to}`]);
  await db.query('update receipt_copies set confirmed_at = now()');
  expect(await said(code)).toEqual([`copy-copied ${to}`]);
  await db.query('update receipt_copies set sent_at = null, given_up_at = now()');
  expect(await said(code)).toEqual([`copy-failed ${to}`]);
});
