import { setTimeout as sleep } from 'node:timers/promises';
import { airtablePace } from '../../../src/back-office/sync/airtable-rate-limit.ts';
import { airtableLimit } from '../../airtable-stand-in/airtable-limit.ts';
import type { Neighbour } from '../ledger.ts';
import { nominate } from '../nominate.ts';
import { storyRow } from '../story-row.ts';
import type { World } from '../world.ts';
import { type SeasonFault, stories } from './season-fault.ts';
import { soon, withStory } from './soon.ts';

const minuteMs = 60_000;
/** A tool that is refused waits as long as Airtable asks. */
const restMs = 30_000;
const patienceMinutes = 15;
const busyMinutes = 3;
/** What the sync has to do meanwhile. */
const work = { nominations: 12, rows: 30 };
let filed = 20_000;

/** Another tool that calls the base at its pace until it is stopped; its time is that of the season. */
function startTool({ standIn: { url, baseId, token } }: World, pace: number) {
  const stop = new AbortController();
  const address = `${url}/v0/${baseId}/${encodeURIComponent('Phản hồi')}?maxRecords=1`;
  const headers = { authorization: `Bearer ${token}` };
  const loop = async () => {
    for (let restsUntil = 0; !stop.signal.aborted; ) {
      await sleep(1_000 / pace);
      if (Date.now() < restsUntil) continue;
      const { status } = await fetch(address, { headers });
      if (status === 429) restsUntil = Date.now() + restMs;
    }
  };
  const ended = loop();
  const end = async () => {
    stop.abort();
    await ended;
  };
  return { end };
}

/** Seconds until something holds. Runs keep the pace of production and start a minute apart; between them the clock moves on. */
async function waitAtPace(world: World, holds: () => boolean, minutes: number): Promise<number> {
  const began = Date.now();
  for (let minute = 0; minute < minutes && !holds(); minute += 1) {
    const left = began + (minute + 1) * minuteMs - Date.now();
    await world.moveOn(Math.max(0, left));
    await world.sync(airtablePace);
    (await world.site.beginAsked())?.deploy();
  }
  return (Date.now() - began) / 1_000;
}

/** Both work while the base has the limit of Airtable: a while with much to do, then until what `edit` changes is on the site. */
async function playBeside(
  world: World,
  pace: number,
  { edit, isDone }: { edit: () => Promise<unknown>; isDone: () => boolean },
): Promise<Neighbour> {
  let [lockouts, isLocked] = [0, false];
  const limit = airtableLimit(() => Date.now());
  world.standIn.setFault((request) => {
    const fault = limit(request);
    if (fault && !isLocked) lockouts += 1;
    isLocked = fault !== null;
    return fault;
  });
  const tool = startTool(world, pace);
  await waitAtPace(world, () => false, busyMinutes);
  await edit();
  const waitedS = await waitAtPace(world, isDone, patienceMinutes);
  await tool.end();
  world.standIn.setFault(null);
  return { pace, waitedS, lockouts };
}

/** Rows that staff paste and units file, for all of which the sync has to call the base. */
async function makeWork(world: World): Promise<string[]> {
  for (let number = 0; number < work.nominations; number += 1) {
    filed += 1;
    await nominate(world, filed);
  }
  const pasted = Array.from({ length: work.rows }, (_, at) => ({
    ...storyRow(`MH-${9_200 + at}`, 'Không tóm tắt'),
    'Tóm tắt': null,
  }));
  return world.staff.create(stories, pasted);
}

/** A tool that makes between `least` and `most` calls in ten seconds. */
const beside = (least: number, most: number): SeasonFault => ({
  name: `another tool calls the base ${least / 10} to ${most / 10} times a second`,
  play: (world) =>
    withStory(world, 'MH-9130', async (going) => {
      await world.moveToMorning();
      await world.minutes(3);
      const draft = { ...storyRow('MH-9131', 'Mô hình lên trang'), 'Trạng thái': 'Nháp' };
      const [coming = ''] = await world.staff.create(stories, [draft]);
      const pasted = await makeWork(world);
      const edit = async () => {
        await world.staff.type(stories, coming, { 'Trạng thái': 'Công bố' });
        await world.staff.type(stories, going, { 'Trạng thái': 'Gỡ bỏ', 'Lý do gỡ': 'Đơn vị đề nghị.' });
      };
      const isDone = () => world.shown().has('MH-9131') && !world.shown().has('MH-9130');
      const pace = (least + world.random.below(most - least + 1)) / 10;
      world.ledger.neighbours.push(await playBeside(world, pace, { edit, isDone }));
      for (const id of [...pasted, coming]) await world.staff.remove(stories, id);
      await soon(world, 'MH-9131 leaves the site with its row', () => !world.shown().has('MH-9131'));
      return going;
    }),
});

/** Who shares the base with the sync: one for whom there is room beside it, and one with whom it passes the limit. */
export const neighbourFaults: readonly SeasonFault[] = [beside(14, 19), beside(25, 40)];
