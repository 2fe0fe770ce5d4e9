import { existsSync, globSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, readlink, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { test as base, expect } from '../fixtures/database.ts';
import { type EmptyDatabase, withEmptyDatabase } from '../fixtures/empty-database.ts';
import { host, type Machine, makeMachine } from '../fixtures/machine.ts';

/** Tests with a machine on which nothing is installed, and an empty database for it. */
const test = base.extend<{ machine: Machine; empty: EmptyDatabase }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  machine: async ({}, use) => {
    const machine = await makeMachine();
    await use(machine);
    await machine.remove();
  },
  empty: async ({ postgres }, use) => withEmptyDatabase(postgres.url, use),
});

test.skip(process.platform !== 'linux', 'The kit is for Linux: GNU tar, stat and find.');

const airtable = { AIRTABLE_TOKEN: 'thử', AIRTABLE_BASE_ID: 'appThu' };
const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
const migrationNames = () =>
  globSync('netlify/database/migrations/*.sql')
    .map((file) => basename(file, '.sql'))
    .toSorted();
const applied = async ({ db }: EmptyDatabase) =>
  (await db.query<{ name: string }>('select name from netlify.migrations order by name')).rows.map(
    ({ name }) => name,
  );
const releasesOf = (machine: Machine) => readdir(join(machine.root, 'opt/thi-dua/releases'));
const currentOf = async (machine: Machine) =>
  basename(await readlink(join(machine.root, 'opt/thi-dua/current')));
const write = (said: string) => said.split('\n').filter((line) => /^(ghi|xóa) /.test(line));
/** Lets what is installed be a minute older. */
async function age(machine: Machine): Promise<void> {
  for (const name of await releasesOf(machine)) {
    const mark = join(machine.root, 'opt/thi-dua/releases', name, '.installed');
    const before = (await stat(mark)).mtimeMs / 1_000 - 60;
    await utimes(mark, before, before);
  }
}
/** The first run, which makes the settings; then they are filled in. */
async function begin(machine: Machine, empty: EmptyDatabase) {
  const said = machine.install();
  await machine.set({ DATABASE_URL: empty.url, ...airtable });
  return said;
}

test('the first run makes settings with new keys and stops before the database; filled in, the same command starts the site', async ({
  machine,
  empty,
}) => {
  const at = (path: string) => join(machine.root, path);
  const first = machine.install();
  expect([first.status, first.stderr]).toEqual([2, '']);
  expect(first.stdout).toContain('Dừng ở đây: điền xong');
  expect(await machine.calls()).toEqual([]);
  expect(existsSync(at('opt/thi-dua/current'))).toBe(false);
  expect(await modeOf(at('etc/thi-dua/env'))).toBe(0o640);
  expect(await modeOf(at('var/backups/thi-dua'))).toBe(0o700);
  const settings = await readFile(at('etc/thi-dua/env'), 'utf8');
  for (const name of ['RECEIPT_SECRET', 'RECEIPT_SIGNING_KEY'])
    expect(settings).toMatch(new RegExp(`^${name}=[\\w+/=-]{32,}$`, 'm'));
  expect(settings).toContain(`SITE_URL=https://${host}\n`);

  await machine.set({ DATABASE_URL: empty.url, ...airtable });
  const filled = await readFile(at('etc/thi-dua/env'), 'utf8');
  const second = machine.install();
  expect([second.status, second.stderr]).toEqual([0, '']);
  expect(second.stdout).toContain(`Trang sẵn sàng: https://${host}`);
  expect(await applied(empty)).toEqual(migrationNames());
  const name = await currentOf(machine);
  expect(await releasesOf(machine)).toEqual([name]);
  expect(existsSync(at('opt/thi-dua/current/scripts/serve.ts'))).toBe(true);
  expect(await readdir(at('etc/systemd/system'))).toEqual(
    globSync('deploy/systemd/*')
      .map((unit) => basename(unit))
      .toSorted(),
  );
  for (const file of [...globSync(at('etc/systemd/system/*')), at('etc/nginx/conf.d/thi-dua.conf')])
    expect(await readFile(file, 'utf8'), file).not.toMatch(/@[A-Z_]+@/);
  const calls = (await machine.calls()).map((call) => call.replaceAll(/--(quiet|now) /g, ''));
  expect(calls.map((call) => call.replace(/^systemd-run .*? (scripts\S+)$/, 'run $1'))).toEqual([
    'run scripts/migrate.ts',
    'systemctl daemon-reload',
    'systemctl enable thi-dua.socket thi-dua-backup.timer thi-dua-erasures.timer',
    ...['sync', 'builder'].flatMap((unit) => [
      `systemctl enable thi-dua-${unit}`,
      `systemctl restart thi-dua-${unit}`,
    ]),
    'systemctl enable thi-dua-site',
    'nginx -t -q',
    'systemctl enable nginx',
    'systemctl reload-or-restart nginx',
    'curl -fsS --max-time 5 http://127.0.0.1:9466/ready',
    'systemctl restart thi-dua-site',
    'curl -fsS --max-time 5 http://127.0.0.1:9464/ready',
  ]);

  const again = machine.install();
  expect([again.status, write(again.stdout)]).toEqual([0, []]);
  expect(await readFile(at('etc/thi-dua/env'), 'utf8')).toBe(filled);
});

test('an update puts its release, its migrations and its units in place, and the last two releases stay', async ({
  machine,
  empty,
}) => {
  await begin(machine, empty);
  machine.install();
  const names = [await currentOf(machine)];
  const settings = await readFile(join(machine.root, 'etc/thi-dua/env'), 'utf8');
  for (const version of [2, 3]) {
    await age(machine);
    const migration = `netlify/database/migrations/999${version}_thu.sql`;
    await writeFile(join(machine.source, migration), `create table thu_${version} ();`);
    await appendFile(join(machine.source, 'deploy/systemd/thi-dua-site.service'), `# bản ${version}\n`);
    const said = machine.install();
    expect([said.status, said.stderr]).toEqual([0, '']);
    names.push(await currentOf(machine));
    expect(await applied(empty)).toContain(`999${version}_thu`);
    const unit = await readFile(join(machine.root, 'etc/systemd/system/thi-dua-site.service'), 'utf8');
    expect(unit).toContain(`# bản ${version}`);
    expect(write(said.stdout)).toHaveLength(version);
  }
  expect(new Set(names).size).toBe(3);
  expect(await releasesOf(machine)).toEqual(names.slice(1).toSorted());
  expect(await readFile(join(machine.root, 'etc/thi-dua/env'), 'utf8')).toBe(settings);
});

test('an update whose migration fails changes nothing that runs; one whose build never stands leaves the site as it is', async ({
  machine,
  empty,
}) => {
  await begin(machine, empty);
  machine.install();
  const before = await currentOf(machine);
  await machine.calls();
  const migration = join(machine.source, 'netlify/database/migrations/9999_thu.sql');
  await writeFile(migration, 'select khong_co;');
  const failed = machine.install();
  expect(failed.status).not.toBe(0);
  expect(failed.stderr).toContain('9999_thu');
  expect(await currentOf(machine)).toBe(before);
  expect((await machine.calls()).filter((call) => call.startsWith('systemctl'))).toEqual([]);

  await writeFile(migration, 'select 1;');
  const waited = machine.install(['--start'], { NOT_READY: '9466' });
  expect(waited.status).toBe(1);
  expect(waited.stderr).toContain('trang vẫn chạy mã cũ');
  const calls = await machine.calls();
  expect(calls).toContain('systemctl restart thi-dua-builder');
  expect(calls).not.toContain('systemctl restart thi-dua-site');
  expect(await releasesOf(machine)).toContain(before);
});

test('before a restore, everything stands and nothing is started: the database stays empty', async ({
  machine,
  empty,
}) => {
  await begin(machine, empty);
  const said = machine.install(['--no-start']);
  expect([said.status, said.stderr]).toEqual([0, '']);
  expect(await machine.calls()).toEqual([]);
  expect(await releasesOf(machine)).toEqual([await currentOf(machine)]);
  expect((await empty.db.query(`select 1 from pg_namespace where nspname = 'netlify'`)).rowCount).toBe(0);
});

test('the check names what is missing until it is there', async ({ machine, empty }) => {
  const broken = () =>
    machine
      .install(['--check'])
      .stdout.split('\n')
      .flatMap((line) => (line.startsWith('HỎNG') && !line.includes('đĩa') ? [line.slice(6)] : []));
  machine.install();
  expect(broken()).toContain('tệp cấu hình không còn chỗ [điền: …]');
  await machine.set({ DATABASE_URL: empty.url, ...airtable });
  machine.install();
  const left = ['trang đã được dựng', 'chứng chỉ còn hạn hơn 14 ngày', 'có bản sao lưu trong 26 giờ qua'];
  expect(broken()).toEqual(left);
  const at = (path: string) => join(machine.root, path);
  await mkdir(at('var/lib/thi-dua/builds/current/site'), { recursive: true });
  await writeFile(at('var/lib/thi-dua/builds/current/site/index.html'), '');
  await mkdir(at('var/backups/thi-dua/20260101T000000Z'));
  const made = machine.run(
    `openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj '/CN=${host}' -keyout /etc/thi-dua/tls/key.pem -out /etc/thi-dua/tls/cert.pem`,
  );
  expect(made.status, made.stderr).toBe(0);
  expect(broken()).toEqual([]);
});
