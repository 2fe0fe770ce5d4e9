import { lookUpWithin } from '../../../../src/filing/abuse/server/count-limit.ts';
import { findStatus } from '../../../../src/filing/intake/store.ts';
import { newReceiptCode } from '../../../../src/filing/receipts/server/receipt-code.ts';
import { getStatus } from '../../../../src/filing/status/server/status.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';
import { statusShown } from '../../../fixtures/status-page.ts';

test('a code that is empty, mistyped or unknown is told apart, to programs it is 404', async ({ db }) => {
  const shown = async (query: string) => {
    const { status, parts, problem } = await statusShown(db, query);
    return [status, ...parts, problem];
  };
  expect(await shown('')).toEqual([200, 'ask', '']);
  expect(await shown('?ma=%20')).toEqual([200, 'ask', expect.stringMatching(/^Nhập mã hồ sơ/)]);
  const { code } = await (await file(intakeTools(db), goodNomination())).json();
  const mistyped = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
  expect(await shown(`?ma=${mistyped}`)).toEqual([
    404,
    'mistyped',
    expect.stringMatching(/^Mã có ký tự gõ sai/),
  ]);
  const unknown = newReceiptCode(new Date());
  expect(await shown(`?ma=${unknown}`)).toEqual([404, 'unknown', '']);
  for (const typed of [unknown, mistyped, 'x']) {
    const request = new Request(`http://localhost:8888/api/submissions/${typed}`);
    expect((await getStatus(request, typed, (one) => findStatus(db, one))).status).toBe(404);
  }
});

test('look-ups of one code are limited, generously', async ({ db }) => {
  const code = newReceiptCode(new Date());
  const within = await Promise.all(Array.from({ length: 601 }, () => lookUpWithin(db, 'máy', code)));
  expect(within.filter(Boolean)).toHaveLength(600);
  const request = new Request(`http://localhost:8888/api/submissions/${code}`);
  const look = (one: string) =>
    getStatus(
      request,
      one,
      (wanted) => findStatus(db, wanted),
      (wanted) => lookUpWithin(db, 'máy', wanted),
    );
  expect((await look(code)).status).toBe(429);
  expect((await look(newReceiptCode(new Date()))).status).toBe(404);
});
