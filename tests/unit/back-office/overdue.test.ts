import { overdue } from '../../../src/back-office/overdue.ts';
import { followRows } from '../../../src/vocabulary/owner-settings.ts';
import { expect, test } from '../../fixtures/database.ts';
import { file, intakeTools } from '../../fixtures/intake.ts';
import { goodNomination } from '../../fixtures/nominations.ts';

test.afterEach(() => followRows([]));

test('a filing that waits longer than announced is named to staff; without an announced time none is', async ({
  db,
}) => {
  const { code } = await (await file(intakeTools(db), goodNomination())).json();
  await db.query(`update submissions set changed_at = '2026-11-02T02:00:00Z'`);
  expect(await overdue(db, new Date('2026-11-29T02:00:00Z'))).toEqual([]);
  followRows([{ is: 'value', key: 'thoi-han.moi-tiep-nhan', value: '5' }]);
  expect(await overdue(db, new Date('2026-11-09T02:00:00Z'))).toEqual([]);
  expect(await overdue(db, new Date('2026-11-10T02:00:00Z'))).toMatchObject([
    { code, why: 'Quá 5 ngày làm việc đã công bố mà phiếu vẫn “Mới tiếp nhận”.' },
  ]);
});
