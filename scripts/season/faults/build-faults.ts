import type { Database } from '../../../src/platform/postgres.ts';
import type { SeasonBuild } from '../site.ts';
import { storyRow } from '../story-row.ts';
import type { World } from '../world.ts';
import { type SeasonFault, stories } from './season-fault.ts';
import { rowOf, soon } from './soon.ts';

const minuteMs = 60_000;
/** Longest wait until the sync asks for a build of a change. */
const askedWithinMinutes = 10;

/** A minute in which the platform begins no build. */
async function minuteWithoutBuild(world: World): Promise<void> {
  await world.moveOn(minuteMs);
  await world.sync();
}

/** Waits until the sync asks for a build, and begins it. */
async function askedBuild(world: World, what: string): Promise<SeasonBuild> {
  for (let minute = 0; minute < askedWithinMinutes; minute += 1) {
    await minuteWithoutBuild(world);
    const build = await world.site.beginAsked();
    if (build) return build;
  }
  world.faults.push(`no build was asked for: ${what}`);
  return { deploy: () => undefined };
}

/** What each table holds, as a digest by its name. */
async function contents(db: Database): Promise<Map<string, string>> {
  const { rows: tables } = await db.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  );
  const digests = tables.map(
    ({ name }) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) as digest from public.${name} t`,
  );
  const { rows } = await db.query<{ name: string; digest: string }>(digests.join(' union all '));
  return new Map(rows.map(({ name, digest }) => [name, digest]));
}

/** Takes rows away, and their stories with them. */
async function takeAway(world: World, rows: Readonly<Record<string, string>>): Promise<void> {
  for (const id of Object.values(rows)) await world.staff.remove(stories, id);
  await soon(world, 'stories leave the site with their rows', () =>
    Object.keys(rows).every((code) => !world.shown().has(code)),
  );
}

/** Rows of stories by their codes, each with its state. */
async function makeRows(
  { staff }: World,
  states: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const rows = Object.entries(states).map(([code, state]) => ({
    ...storyRow(code, `Mô hình thử bản dựng ${code}`),
    'Trạng thái': state,
  }));
  const ids = await staff.create(stories, rows);
  return Object.fromEntries(Object.keys(states).map((code, at) => [code, ids[at] ?? '']));
}

/** What happens to builds. */
export const buildFaults: readonly SeasonFault[] = [
  {
    name: 'a preview is built while a change waits for its build',
    play: async (world) => {
      const rows = await makeRows(world, { 'MH-9120': 'Công bố' });
      await minuteWithoutBuild(world);
      const before = await contents(world.db);
      await world.site.beginPreview();
      for (const [table, digest] of await contents(world.db))
        if (before.get(table) !== digest) world.faults.push(`a preview wrote into ${table}`);
      await soon(world, 'MH-9120 is shown after a preview', () => world.shown().has('MH-9120'));
      await takeAway(world, rows);
    },
  },
  {
    name: 'a deploy fails after its build',
    play: async (world) => {
      const rows = await makeRows(world, { 'MH-9121': 'Công bố' });
      await askedBuild(world, 'MH-9121');
      for (let minute = 0; minute < 4; minute += 1) await minuteWithoutBuild(world);
      const row = await rowOf(world, stories, rows['MH-9121'] ?? '');
      if (row?.fields['Trên trang'] === 'Đang hiện')
        world.faults.push('a story counts as shown though no deploy showed it');
      await soon(world, 'MH-9121 is shown by the next build', () => world.shown().has('MH-9121'));
      await takeAway(world, rows);
    },
  },
  {
    name: 'builds overlap, and the newest is not the last to be deployed',
    play: async (world) => {
      const rows = await makeRows(world, { 'MH-9122': 'Công bố', 'MH-9123': 'Nháp', 'MH-9124': 'Nháp' });
      await soon(world, 'MH-9122 is shown', () => world.shown().has('MH-9122'));
      const changes = { 'MH-9123': 'Công bố', 'MH-9122': 'Gỡ bỏ', 'MH-9124': 'Công bố' };
      const builds: SeasonBuild[] = [];
      for (const [code, state] of Object.entries(changes)) {
        const reason = state === 'Gỡ bỏ' ? { 'Lý do gỡ': 'Đơn vị đề nghị.' } : {};
        await world.staff.type(stories, rows[code] ?? '', { 'Trạng thái': state, ...reason });
        builds.push(await askedBuild(world, `${code} ${state}`));
      }
      const [first, ...others] = builds;
      if (world.random.happens(0.5)) others.reverse();
      for (const build of [...others, first]) {
        build?.deploy();
        await minuteWithoutBuild(world);
      }
      await soon(world, 'what the newest build showed is shown again', () => {
        const shown = world.shown();
        return shown.has('MH-9123') && shown.has('MH-9124') && !shown.has('MH-9122');
      });
      await takeAway(world, rows);
    },
  },
];
