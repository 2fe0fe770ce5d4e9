import { stateOfOption } from '../../src/filing/states.ts';
import { readPublished } from '../../src/gallery/stories/server/store.ts';
import { brokenErasures } from './erasure-invariants.ts';
import { brokenNeighbours } from './neighbour-invariants.ts';
import { brokenTold } from './told-invariants.ts';
import type { World } from './world.ts';

interface Stored {
  code: string;
  state: string;
}

/** Each submission has one row with the same state, so the status page shows the decision of staff. */
async function filings({ db, staff }: World): Promise<string[]> {
  const { rows } = await db.query<Stored>('select code, state from submissions');
  const tables = await Promise.all(
    ['Đề cử', 'Kế hoạch đơn vị', 'Báo cáo năm', 'Phản hồi', 'Góp ý'].map((name) => staff.rows(name)),
  );
  const base = Map.groupBy(tables.flat(), ({ fields }) => String(fields['Mã hồ sơ']));
  return rows.flatMap(({ code, state }) => {
    const own = base.get(code) ?? [];
    if (own.length !== 1) return `${code} has ${own.length} rows`;
    const shown = stateOfOption(String(own[0]?.fields['Trạng thái']))?.id;
    return shown === state ? [] : `${code}: the base says ${shown}, the public is told ${state}`;
  });
}

/** Base, database and site agree on what is public. A row that staff want public but is not says why. */
async function publications({ db, staff, shown }: World): Promise<string[]> {
  const published = new Set((await readPublished(db, { samples: false })).map(({ id }) => id));
  const site = shown();
  const differs = [...published.symmetricDifference(site)].map(
    (id) => `${id}: the site and the database differ`,
  );
  const now = Date.now();
  const rows = (await staff.rows('Điển hình')).flatMap(({ fields }) => {
    const code = String(fields['Mã']);
    const isWanted =
      fields['Trạng thái'] === 'Công bố' ||
      (fields['Trạng thái'] === 'Hẹn giờ' && !(Date.parse(String(fields['Công bố từ'])) > now));
    const isPublic = site.has(code);
    if (isWanted && !isPublic && !fields['Vì sao']) return `${code} is not public and does not say why`;
    if (!isWanted && isPublic) return `${code} is public though staff do not want it`;
    return isPublic === (fields['Trên trang'] === 'Đang hiện') ? [] : `${code} does not say where it stands`;
  });
  return [...differs, ...rows];
}

/** Nothing waits: every queue is empty and every change was taken in. */
async function queues({ db }: World): Promise<string[]> {
  const { rows } = await db.query<{ changes: number; filings: number }>(
    `select (select count(*)::int from base_changes) as changes,
       (select count(*)::int from submissions left join deliveries d using (code) where d.delivered_at is null) as filings`,
  );
  const { changes = -1, filings: waiting = -1 } = rows[0] ?? {};
  return changes + waiting === 0 ? [] : [`${changes} changes and ${waiting} filings wait`];
}

/** What does not hold at the end of a season. */
export async function brokenInvariants(world: World): Promise<string[]> {
  const checks = [filings, publications, queues, brokenTold, brokenErasures, brokenNeighbours].map((check) =>
    check(world),
  );
  return [...world.faults, ...(await Promise.all(checks)).flat()];
}
