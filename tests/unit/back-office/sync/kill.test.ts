import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Fault } from '../../../../scripts/airtable-stand-in/fault.ts';
import { expect, syncOnce, test } from '../../../fixtures/back-office.ts';
import { file, intakeTools, undelivered } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const listing = 'POST';
const upsert = 'PATCH';

const points: readonly { name: string; call: string; fault: Fault }[] = [
  { name: 'while it lists what changed', call: listing, fault: { kind: 'hang' } },
  { name: 'before Airtable wrote the row', call: upsert, fault: { kind: 'hang' } },
  { name: 'after Airtable wrote the row, before that is noted', call: upsert, fault: { kind: 'die-after' } },
];

for (const { name, call, fault } of points) {
  test(`a sync killed ${name} leaves one row in the end`, async ({ db, databaseUrl, standIn, staff }) => {
    const { code } = await (await file(intakeTools(db), goodNomination())).json();
    const sync = spawn(process.execPath, ['tests/fixtures/sync-forever.ts', databaseUrl, standIn.url], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    standIn.setFault(({ method }) => {
      if (method !== call || !sync.kill('SIGKILL')) return null;
      return fault;
    });
    await once(sync, 'exit');
    standIn.setFault(null);
    expect(await undelivered(db)).toBe(1);
    // As time would do: the lease of the dead sync ends.
    await db.query('update deliveries set next_attempt_at = now()');
    expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 1, problems: [] });
    const rows = await staff.rows('Đề cử');
    expect(rows.map(({ fields }) => [fields['Mã hồ sơ'], fields['Trạng thái']])).toEqual([
      [code, 'Mới tiếp nhận'],
    ]);
  });
}
