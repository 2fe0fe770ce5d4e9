import { submissionAccess } from '../../../../src/filing/follow-up/access.ts';
import { askedAgain } from '../../../../src/filing/follow-up/information-request.ts';
import { newReceiptCode } from '../../../../src/filing/receipts/server/receipt-code.ts';
import { receiptKeys } from '../../../../src/filing/receipts/server/receipt-key.ts';
import { askToWithdraw } from '../../../fixtures/after-filing.ts';
import { test as base, expect } from '../../../fixtures/database.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const test = base.extend<{ code: string }>({
  code: async ({ db }, use) => {
    const { code } = await (await file(intakeTools(db), goodNomination())).json();
    await use(code);
  },
});

test('wrong keys count by code, across senders and at the same time; the right key still opens', async ({
  db,
  code,
}) => {
  const key = receiptKeys(db).of(code);
  const tries = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      submissionAccess(
        db,
        receiptKeys(db),
        `192.0.2.${index}`,
      )(code, { key: '', contact: `0251 1111 ${100 + index}` }),
    ),
  );
  expect(tries.filter(({ is }) => is === 'closed')).toHaveLength(10);
  expect(tries.filter(({ is }) => is === 'too-many')).toHaveLength(30);
  const open = submissionAccess(db, receiptKeys(db), '192.0.2.1');
  expect(await open(code, { key: '', contact: '0251 0000 000' })).toEqual({ is: 'too-many' });
  expect(await open(code, { key, contact: '' })).toMatchObject({ is: 'open' });
  const refused = await askToWithdraw(db, { ma: code, contact: '0251 0000 000', xacNhan: 'co' });
  expect([refused.status, await refused.text()]).toEqual([
    429,
    expect.stringContaining('thử sai quá nhiều lần'),
  ]);
  expect(await askedAgain(db, code)).not.toBeNull();
  // The hour ends.
  await db.query(
    `update filing_counts set hour = hour - interval '1 hour', address_digest = address_digest || 'x'`,
  );
  expect(await open(code, { key: '', contact: '0251 0000 000' })).toMatchObject({ is: 'open' });
});

test('right contacts are no misses, and one sender’s misses of many codes are counted, too', async ({
  db,
  code,
}) => {
  const open = submissionAccess(db, receiptKeys(db), '192.0.2.1');
  for (let tried = 0; tried < 15; tried += 1)
    expect(await open(code, { key: '', contact: '0251 0000 000' })).toMatchObject({ is: 'open' });
  const misses = [];
  for (let tried = 0; tried < 61; tried += 1)
    misses.push((await open(newReceiptCode(new Date()), { key: '', contact: '0909 000 000' })).is);
  expect(misses.slice(58)).toEqual(['closed', 'closed', 'too-many']);
  expect(
    await submissionAccess(db, receiptKeys(db), '192.0.2.2')(code, { key: '', contact: '02510000000' }),
  ).toMatchObject({
    is: 'open',
  });
});
