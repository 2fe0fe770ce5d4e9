import { tables } from '../../../../src/back-office/airtable/columns.ts';
import { rowAddresses } from '../../../../src/back-office/airtable/row-addresses.ts';
import { healthData, healthPage } from '../../../../src/back-office/health/server/health-page.ts';
import { syncState } from '../../../../src/back-office/sync/sync-state.ts';
import { expect, syncOnce, test } from '../../../fixtures/back-office.ts';

const key = 'khoa-van-hanh-cua-bai-thu-0123456789';
const page = '<html><body><section data-part="details"><ul data-rows></ul></section></body></html>';

test('whoever has the key opens each row that waits, of every table, where it is in the base; nobody else sees an address', async ({
  db,
  standIn,
  staff,
}) => {
  await syncOnce(db, standIn);
  const ids = new Map<string, string>();
  for (const { name } of tables) {
    const id = await staff.create(name, {});
    ids.set(name, id);
    await db.query(
      'insert into base_rows (record_id, table_name, code) values ($1, $2, $3) on conflict (record_id) do update set gone_at = null',
      [id, name, `ma-${id}`],
    );
    await db.query(
      `insert into row_problems (record_id, kind, problem) values ($1, 'row', 'Thử.') on conflict (record_id, kind) do update set problem = 'Thử.'`,
      [id],
    );
  }
  const base = { baseId: standIn.baseId, standIn: standIn.url };
  const tools = {
    ...{ db, monthlyCalls: 1_000, freeDisk: async () => 1, key },
    readAddresses: () => rowAddresses(base, syncState(db)),
    ...{ readPage: async () => page, withinLimit: async () => true },
  };
  const asked = (typed: string) =>
    new Request('http://localhost/suc-khoe/', { method: 'POST', body: new URLSearchParams({ khoa: typed }) });
  const shown = await (await healthPage(asked(key), tools)).text();
  for (const [table, id] of ids) {
    const [, href = ''] = new RegExp(`href="([^"]*/${id})"`).exec(shown) ?? [];
    const row = await fetch(href || standIn.url);
    expect([table, row.status, (await row.text()).includes('<form')]).toEqual([table, 200, true]);
  }
  const addressOf = await rowAddresses({ baseId: standIn.baseId, standIn: null }, syncState(db));
  expect(addressOf('Điển hình', 'rec1')).toMatch(
    new RegExp(`^https://airtable\\.com/${standIn.baseId}/tbl\\w+/rec1$`),
  );
  const others = [
    await healthPage(asked('sai'), tools),
    await healthPage(new Request('http://localhost/suc-khoe/'), tools),
    await healthData(new Request('http://localhost/api/v1/health.json'), tools),
  ];
  for (const other of others) expect(await other.text()).not.toMatch(/\/rec\w|\/bang\/|airtable\.com/);
  const withKey = new Request('http://localhost/api/v1/health.json', {
    headers: { authorization: `Bearer ${key}` },
  });
  const { details } = await (await healthData(withKey, tools)).json();
  expect(
    details.waitingRows.every(({ address }: { address: string | null }) => address?.includes('/bang/')),
  ).toBe(true);
});
