import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readKeptList, writeKeptList } from '../../scripts/backup/kept-list.ts';
import { restoreBackup } from '../../scripts/backup/restore-backup.ts';
import { takeBackup } from '../../scripts/backup/take-backup.ts';
import { postgresBlobs } from '../../src/filing/evidence/server/postgres-blobs.ts';
import { withdraw } from '../../src/filing/follow-up/withdraw.ts';
import { previewPath } from '../../src/gallery/previews/link.ts';
import { recordAnswer } from '../../src/gallery/previews/server/answers.ts';
import { readPublished } from '../../src/gallery/stories/server/store.ts';
import { bringBack, takeDown } from '../../src/gallery/stories/server/takedowns.ts';
import type { Database } from '../../src/platform/postgres.ts';
import { test as base, expect, type staffOf, stories, storyRow, syncOnce } from '../fixtures/back-office.ts';
import { type EmptyDatabase, withEmptyDatabase } from '../fixtures/empty-database.ts';
import { file, intakeTools } from '../fixtures/intake.ts';
import { goodNomination } from '../fixtures/nominations.ts';
import { siteUrl, visit } from '../fixtures/preview-visits.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const test = base.extend<{ folder: string; empty: EmptyDatabase }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  folder: async ({}, use) => {
    const { path, remove } = await temporaryFolder();
    await use(path);
    await remove();
  },
  empty: async ({ postgres }, use) => withEmptyDatabase(postgres.url, use),
});

const backUp = (db: Database, url: string, folder: string) =>
  takeBackup({ db, url, secret: undefined, evidence: 'postgres' }, folder);
const restore = ({ db, url }: EmptyDatabase, folder: string) =>
  restoreBackup({ db, url, blobs: postgresBlobs(db), secrets: [] }, folder);
const shown = async (db: Database) => (await readPublished(db, { samples: false })).map(({ id }) => id);

interface Office {
  db: Database;
  staff: ReturnType<typeof staffOf>;
  sync: () => Promise<unknown>;
}

const createStory = (staff: Office['staff'], id: string, fields = {}) =>
  staff.create(stories, storyRow({ Mã: id, Tên: `Mô hình ${id}`, ...fields }));
async function changeStory(staff: Office['staff'], id: string, fields: Record<string, unknown>) {
  const row = (await staff.rows(stories)).find((one) => one.fields.Mã === id);
  await staff.change(stories, row?.id ?? '', fields);
}

const objection = { name: false, photo: null, contact: null, words: 'Không đồng ý.', seen: '' };

/** What people do to a story after the backup, each so that it may not be public any more; `asDraft`: it was not at the backup. */
const acts: Record<string, { asDraft?: boolean; act: (office: Office, id: string) => Promise<unknown> }> = {
  'a takedown by command': { act: ({ db }, id) => takeDown(db, id, 'Theo yêu cầu.') },
  'a takedown by link': { act: ({ db }, id) => takeDown(db, id, 'Theo yêu cầu.', 'lien-ket') },
  'an objection of its unit': { act: ({ db }, id) => recordAnswer(db, id, objection) },
  'an objection after an agreement': {
    act: async ({ db }, id) => {
      await recordAnswer(db, id, { ...objection, name: true });
      await recordAnswer(db, id, objection);
    },
  },
  'a takedown of a draft': { asDraft: true, act: ({ db }, id) => takeDown(db, id, 'Theo yêu cầu.') },
  'a question to its unit, which has not answered': {
    asDraft: true,
    act: async ({ staff, sync }, id) => {
      await changeStory(staff, id, { 'Trạng thái': 'Chờ xác nhận' });
      await sync();
    },
  },
};
const stricken = Object.entries(acts).map(([what, act], index) => ({ what, id: `MH-010${index}`, ...act }));
/** So many that those taken down are no mass loss, which would be held. */
const others = Array.from({ length: 40 }, (_, index) => `MH-02${String(index).padStart(2, '0')}`);

for (const isNew of [false, true])
  test(`what people did survives a restore of a backup ${isNew ? 'that does not know the stories' : 'from before it'}`, async ({
    db,
    databaseUrl,
    standIn,
    staff,
    folder,
    empty,
  }) => {
    const sync = () => syncOnce(db, standIn);
    for (const id of others) await createStory(staff, id);
    const early = isNew ? await backUp(db, databaseUrl, folder) : undefined;
    for (const { id, asDraft } of stricken)
      await createStory(staff, id, asDraft ? { 'Trạng thái': 'Nháp' } : {});
    await sync();
    const backup = early ?? (await backUp(db, databaseUrl, folder));
    for (const { id, act } of stricken) await act({ db, staff, sync }, id);
    await writeKeptList(db, folder);
    for (const { id, asDraft } of stricken)
      if (asDraft) await changeStory(staff, id, { 'Trạng thái': 'Công bố' });
    await restore(empty, backup);
    const back = await shown(empty.db);
    expect(stricken.filter(({ id }) => back.includes(id))).toEqual([]);
    await syncOnce(empty.db, standIn);
    expect((await shown(empty.db)).toSorted()).toEqual(others);
    const rows = await staff.rows(stories);
    for (const { what, id } of stricken)
      expect(rows.find(({ fields }) => fields.Mã === id)?.fields['Vì sao'], what).toMatch(
        /Theo yêu cầu|không đồng ý|chưa trả lời/,
      );
  });

test('a takedown that was ended is not done again; a private address that was closed stays closed', async ({
  db,
  databaseUrl,
  standIn,
  staff,
  folder,
  empty,
}) => {
  await staff.create(stories, storyRow({ 'Trạng thái': 'Nháp' }));
  await syncOnce(db, standIn, { siteUrl });
  const backup = await backUp(db, databaseUrl, folder);
  await takeDown(db, 'MH-0101', 'Theo yêu cầu.');
  await writeKeptList(db, folder);
  await bringBack(db, 'MH-0101');
  expect(await writeKeptList(db, folder)).toMatchObject({ takedowns: [] });
  await restore(empty, backup);
  await syncOnce(empty.db, standIn, { siteUrl });
  const until = new Date(Date.now() + 86_400_000);
  const leaked = previewPath(empty.db.secret, { role: 'x', id: 'MH-0101', until });
  expect((await visit(empty.db, leaked)).status).toBe(410);
  const { rows } = await empty.db.query<{ until: Date }>('select links_until as until from story_previews');
  const inRow = { role: 'x', id: 'MH-0101', until: rows[0]?.until ?? new Date() } as const;
  expect((await visit(empty.db, previewPath(empty.db.secret, inRow))).status).toBe(200);
});

test('a unit that withdrew after the backup has withdrawn after the restore', async ({
  db,
  databaseUrl,
  folder,
  empty,
}) => {
  const { code } = await (await file(intakeTools(db), goodNomination())).json();
  const backup = await backUp(db, databaseUrl, folder);
  await withdraw(db, code);
  await writeKeptList(db, folder);
  expect((await restore(empty, backup)).replayed).toMatchObject({ withdrawals: 1 });
  const { rows } = await empty.db.query('select state from submissions where code = $1', [code]);
  expect(rows).toEqual([{ state: 'rut-de-cu' }]);
});

test('a list of erasures alone, of an earlier version, is read', async ({ folder }) => {
  const erasure = {
    code: 'DN26-AAAA-AAAA-AC',
    form: 'phan-hoi',
    reason: 'yeu-cau',
    erasedAt: '2026-11-01T00:00:00Z',
  };
  await writeFile(
    join(folder, 'erasures.json'),
    JSON.stringify([{ ...erasure, rowDeletedAt: null, recordId: null }]),
  );
  expect((await readKeptList(folder)).erasures).toHaveLength(1);
});
