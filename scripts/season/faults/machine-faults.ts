import { jump } from '../clock.ts';
import type { World } from '../world.ts';
import { type SeasonFault, stories } from './season-fault.ts';
import { keepsSite, soon, withStory } from './soon.ts';

/** What the machines do on which sync, database and clock run. */
export const machineFaults: readonly SeasonFault[] = [
  {
    name: 'the sync stands still for nine days',
    play: async ({ moveOn, minutes }) => {
      await moveOn(9 * 24 * 60 * 60_000);
      await minutes(3);
    },
  },
  {
    name: 'syncs are killed in the middle of their work',
    play: async (world) => {
      for (let kill = 0; kill < 4; kill += 1) {
        const run = world.sync().catch(() => undefined);
        for (let cut = 0; cut < 3; cut += 1) {
          await new Promise((resolve) => setTimeout(resolve, world.random.below(120)));
          await world.cutConnections();
        }
        await run;
      }
      // The leases of dead runs end.
      await world.minutes(3);
    },
  },
  {
    name: 'the clock of the database runs ahead and is set back',
    play: async (world) => {
      await jump(world.db, 5 * 60_000);
      await world.sync();
      await jump(world.db, -5 * 60_000);
      await withStory(world, 'MH-9101', async (id) => id);
    },
  },
  {
    name: 'the sync forgets what it knew of the base, and the base is away',
    play: (world) =>
      keepsSite(world, 'the memory of the sync was lost', async () => {
        await world.db.query('delete from sync_memory');
        world.standIn.setFault(() => ({ kind: 'status', status: 500 }));
        await world.minutes(2);
        world.standIn.setFault(null);
        await world.minutes(3);
      }),
  },
  {
    name: 'a colleague edits all the time while a story must go',
    play: (world) =>
      withStory(world, 'MH-9102', async (busy) => {
        await goesBeside(world, (at) => world.staff.type(stories, busy, { 'Tóm tắt': `Tóm tắt lần ${at}.` }));
        return busy;
      }),
  },
];

/** A story is withdrawn while another row changes at each minute. */
async function goesBeside(world: World, edit: (at: number) => Promise<void>): Promise<void> {
  await withStory(world, 'MH-9103', async (id) => {
    await world.staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ', 'Lý do gỡ': 'Đơn vị đề nghị.' });
    let at = 0;
    await soon(world, 'a withdrawal beside a colleague who edits', async () => {
      at += 1;
      await edit(at);
      return !world.shown().has('MH-9103');
    });
    return id;
  });
}
