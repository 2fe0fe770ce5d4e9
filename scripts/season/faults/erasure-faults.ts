import { temporaryFolder } from '../../../tests/fixtures/temporary-folder.ts';
import { takeBackup } from '../../backup/take-backup.ts';
import { putBack } from '../put-back.ts';
import type { World } from '../world.ts';
import { erase, type Filed, leavesTheBase, newNomination, noteErased } from './new-nomination.ts';
import { nominations, type SeasonFault } from './season-fault.ts';
import { soon } from './soon.ts';

const dayMs = 24 * 60 * 60_000;
/** No other nomination of a season ends in this state. */
const ended = { id: 'trung-lap', name: 'Trùng lặp' };

const backUp = ({ db, databaseUrl }: World, folder: string) =>
  takeBackup({ db, url: databaseUrl, secret: undefined, evidence: 'postgres' }, folder);

/** A nomination reaches the end of the period that staff set, and is erased. */
async function expire(world: World, one: Filed): Promise<void> {
  const isLeft = async () =>
    (await world.db.query('select 1 from submissions where code = $1', [one.code])).rowCount !== 0;
  const period = { Mã: `luu-giu.${ended.id}`, 'Giá trị': '1' };
  const [row = ''] = await world.staff.create('Cài đặt', [period]);
  await world.minutes(3);
  await noteErased(world, one);
  const age = `update submissions set changed_at = changed_at - interval '40 days' where code = $1`;
  await world.db.query(age, [one.code]);
  await world.minutes(2);
  if (!(await isLeft())) world.faults.push(`${one.code} was erased on the day on which its period was set`);
  await world.moveOn(dayMs);
  await soon(world, `the period of ${one.code} ends`, async () => !(await isLeft()));
  await world.staff.remove('Cài đặt', row);
  await world.minutes(2);
}

/** What erases people, and what must not bring them back. */
export const erasureFaults: readonly SeasonFault[] = [
  {
    name: 'an older backup is restored after people were erased',
    play: async (world) => {
      const folder = await temporaryFolder();
      const [asked, expired] = [
        await newNomination(world, 'files and address'),
        await newNomination(world, 'files and address'),
      ];
      await world.staff.change(nominations, expired.row.id, { 'Trạng thái': ended.name });
      await world.minutes(4);
      const older = await backUp(world, folder.path);
      const letters = world.mailServer.arrived.length;
      const later = await newNomination(world, 'files and address');
      await expire(world, expired);
      for (const one of [asked, later]) await erase(world, one);
      for (const one of [asked, later, expired]) await leavesTheBase(world, one);
      // The list of what no restore may undo is written with the next backup.
      await backUp(world, folder.path);
      world.mayRepeat(world.mailServer.arrived.length - letters);
      await putBack(world, older);
      await folder.remove();
      await world.minutes(5);
    },
  },
];
