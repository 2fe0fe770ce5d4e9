import { seeded } from '../../../../scripts/season/random.ts';
import { answerWith } from '../../../fixtures/after-filing.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';
import { expect, syncOnce, test } from '../../../fixtures/delivered-nomination.ts';

const table = 'Đề cử';
const columns = { summary: 'Sơ lược', name: 'Đối tượng', achievements: 'Thành tích' } as const;
type Field = keyof typeof columns;
const fields: readonly Field[] = ['summary', 'name', 'achievements'];

/** What must stand in a cell, by the rules alone: what its unit says, unless staff wrote there since we last did. */
interface Cell {
  cell: string;
  unit: string;
  written: string;
  /** The words of staff that stay beside others of the unit. */
  kept: string | null;
}

function deliver(one: Cell, isNoted: boolean): void {
  if (one.unit !== one.written) {
    const isByStaff = one.cell !== one.written && one.cell !== one.unit;
    if (!isByStaff) one.cell = one.unit;
    if (isNoted) one.kept = isByStaff ? one.cell : null;
  }
  if (isNoted) one.written = one.unit;
}

for (let seed = 1; seed <= 8; seed += 1)
  test(`staff and unit change answers in any order, while deliveries fail or run twice: seed ${seed}`, async ({
    db,
    standIn,
    staff,
    code,
    record,
  }) => {
    test.setTimeout(120_000);
    const random = seeded(seed);
    const base = baseChanges(standIn);
    const [row] = await staff.rows(table);
    const model = new Map<Field, Cell>(
      fields.map((field) => {
        const cell = String(row?.fields[columns[field]]);
        return [field, { cell, unit: cell, written: cell, kept: null }];
      }),
    );
    const some = () => fields.filter(() => random.happens(0.5));
    let number = 0;
    const fresh = () => {
      number += 1;
      return `Câu chữ ${number}.`;
    };
    const done: string[] = [];
    let isWaiting = false;
    const sync = async (isNoted: boolean) => {
      await db.query('update deliveries set next_attempt_at = now() where delivered_at is null');
      const isTwice = random.happens(0.3);
      await Promise.all(isTwice ? [syncOnce(db, standIn), syncOnce(db, standIn)] : [syncOnce(db, standIn)]);
      for (const one of model.values()) {
        if (isWaiting) deliver(one, isNoted);
        if (isNoted && one.kept !== null && (one.cell !== one.kept || one.cell === one.unit)) one.kept = null;
      }
      if (isNoted) isWaiting = false;
    };
    const steps: Readonly<Record<string, () => Promise<void>>> = {
      staff: async () => {
        for (const field of some()) {
          const one = model.get(field);
          if (!one) continue;
          one.cell = random.happens(0.3) ? one.unit : fresh();
          await base.type(table, record, { [columns[field]]: one.cell });
        }
      },
      unit: async () => {
        const asked = some();
        if (asked.length === 0) return;
        await db.query(`update submissions set state = 'yeu-cau-bo-sung', asked = $1`, [asked]);
        for (const field of asked) {
          const one = model.get(field);
          if (one) one.unit = random.happens(0.3) ? one.cell : fresh();
        }
        const answers = Object.fromEntries(asked.map((field) => [field, model.get(field)?.unit]));
        expect((await answerWith(db, code, answers)).status).toBeLessThan(400);
        isWaiting = true;
      },
      sync: () => sync(true),
      'an answer that is lost': async () => {
        // The row is written, and nobody reads that it is.
        standIn.setFault(({ method }) => (method === 'PATCH' ? { kind: 'die-after' } : null));
        await sync(false);
        standIn.setFault(null);
      },
    };
    const names = Object.keys(steps);
    for (let step = 0; step < 9; step += 1) {
      const name = random.one(names) ?? 'sync';
      done.push(name);
      await steps[name]?.();
    }
    for (let run = 0; run < 3; run += 1) await sync(true);
    const [now] = await staff.rows(table);
    const why = String(now?.fields['Vì sao'] ?? '');
    for (const [field, { cell, kept }] of model) {
      expect(now?.fields[columns[field]], `${columns[field]} after ${done.join(', ')}`).toBe(cell);
      expect(
        why.includes(`“${columns[field]}”`),
        `${columns[field]} is told after ${done.join(', ')}: ${why}`,
      ).toBe(kept !== null);
    }
  });
