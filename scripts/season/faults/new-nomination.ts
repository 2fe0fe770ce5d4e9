import { eraseSubmission } from '../../../src/filing/privacy/erase.ts';
import { addressOf, hasAddress, nominate } from '../nominate.ts';
import type { StaffRow } from '../staff.ts';
import type { World } from '../world.ts';
import { nominations } from './season-fault.ts';
import { soon } from './soon.ts';

/** A nomination of a fault, with its row. */
export interface Filed {
  number: number;
  name: string;
  code: string;
  row: StaffRow;
}

/** Numbers of nominations, by what they bring: see `nominate.ts`. */
const last = { nothing: 5_003, 'files and address': 12_000 };

/** Files a nomination and waits for its row. */
export async function newNomination(world: World, brings: keyof typeof last = 'nothing'): Promise<Filed> {
  last[brings] += 12;
  const number = last[brings];
  const name = `Tập thể mùa thi đua ${number}`;
  await nominate(world, number);
  let row: StaffRow | undefined;
  await soon(world, `${name} is delivered`, async () => {
    row = (await world.staff.rows(nominations)).find(({ fields }) => fields['Đối tượng'] === name);
    return row !== undefined;
  });
  return { number, name, code: String(row?.fields['Mã hồ sơ']), row: row ?? { id: '', fields: {} } };
}

/** Notes what must be gone once a nomination is erased; `letters` that arrive later are too many. */
export async function noteErased(world: World, { number, name, code }: Filed): Promise<void> {
  const { rows } = await world.db.query<{ id: string }>('select id from evidence_files where code = $1', [
    code,
  ]);
  const address = addressOf(number);
  world.ledger.erased.push({
    code,
    words: hasAddress(number) ? [name, address] : [name],
    files: rows.map(({ id }) => id),
    letters: world.mailServer.arrived.filter(({ to }) => to.includes(address)).length,
  });
}

/** Erases a nomination because its sender asked. */
export async function erase(world: World, one: Filed): Promise<void> {
  await noteErased(world, one);
  await eraseSubmission(world.db, one.code, 'yeu-cau');
}

/** Waits until the base has no row of a nomination any more. */
export const leavesTheBase = (world: World, { code, row }: Filed): Promise<void> =>
  soon(world, `nothing of ${code} is left in the base`, async () =>
    (await world.staff.rows(nominations)).every(
      ({ id, fields }) => id !== row.id && !String(fields['Mã hồ sơ']).startsWith(code),
    ),
  );
