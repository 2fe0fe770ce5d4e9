import type { StaffRow } from '../staff.ts';
import { storyRow } from '../story-row.ts';
import type { World } from '../world.ts';
import { stories } from './season-fault.ts';

/** A build that is killed is asked for again after 15 minutes, then after 30 and 60: two may be killed in a row. */
const patienceMinutes = 120;

/** Lets minutes pass until something holds; notes a fault where it does not. */
export async function soon(
  world: World,
  what: string,
  holds: () => boolean | Promise<boolean>,
): Promise<void> {
  for (let minute = 0; minute < patienceMinutes; minute += 1) {
    await world.minutes(1);
    if (await holds()) return;
  }
  world.faults.push(`not after ${patienceMinutes} minutes: ${what}`);
}

/** A row as it is now; undefined where it is gone. */
export const rowOf = async ({ staff }: World, table: string, id: string): Promise<StaffRow | undefined> =>
  (await staff.rows(table)).find((row) => row.id === id);

/** Waits until a row answers staff with these words in `Vì sao`; with an empty `words`, until it has nothing to say. */
export async function saysSoon(world: World, table: string, id: string, words: string): Promise<void> {
  let why = '';
  const says = async () => {
    why = String((await rowOf(world, table, id))?.fields['Vì sao'] ?? '');
    return words === '' ? why === '' : why.includes(words);
  };
  const before = world.faults.length;
  await soon(world, `a row of “${table}” says “${words}”`, says);
  if (world.faults.length > before) world.faults.push(`  it says “${why}”`);
}

/** Whether the table of the operator tells of something with these words that is not settled. */
export async function isMatter({ staff }: World, words: string): Promise<boolean> {
  const matters = (await staff.rows('Vận hành')).map(({ fields }) => String(fields['Chi tiết']));
  return matters.some((detail) => detail.includes(words));
}

/** Notes a fault for each story that left the site while `play` ran. */
export async function keepsSite(world: World, what: string, play: () => Promise<void>): Promise<void> {
  const before = world.shown();
  await play();
  for (const id of before.difference(world.shown())) world.faults.push(`${id} left the site: ${what}`);
}

/** Publishes a story for the time of a fault and takes its row away again. `play` resolves with the row that stands in the end. */
export async function withStory(
  world: World,
  code: string,
  play: (id: string) => Promise<string>,
): Promise<void> {
  const isShown = () => world.shown().has(code);
  const [id = ''] = await world.staff.create(stories, [storyRow(code, `Mô hình thử lỗi ${code}`)]);
  await soon(world, `${code} is shown`, isShown);
  await world.staff.remove(stories, await play(id));
  await soon(world, `${code} leaves the site with its row`, () => !isShown());
}
