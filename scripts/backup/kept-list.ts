import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { erasureReasons } from '../../src/filing/privacy/erase.ts';
import { withdrawnStates } from '../../src/filing/states.ts';
import type { Database } from '../../src/platform/postgres.ts';

/** The list beside the backups: what people did that no restore may undo, because an older backup does not know it. */
const listFile = 'erasures.json';

const erasureSchema = z.strictObject({
  code: z.string(),
  form: z.string(),
  reason: z.enum(erasureReasons),
  erasedAt: z.coerce.date(),
  rowDeletedAt: z.coerce.date().nullable(),
  /** Airtable's id of its row. */
  recordId: z.string().nullable(),
});

const listSchema = z.strictObject({
  /** No more than the database keeps of an erased submission. */
  erasures: z.array(erasureSchema),
  takedowns: z.array(z.strictObject({ id: z.string(), reason: z.string(), takenAt: z.coerce.date() })),
  /** What units answered about their stories. */
  answers: z.array(
    z.strictObject({
      id: z.string(),
      /** As PostgreSQL writes it, to the microsecond. */
      answeredAt: z.string(),
      name: z.boolean(),
      photo: z.boolean().nullable(),
      contact: z.boolean().nullable(),
      words: z.string(),
      seen: z.string(),
    }),
  ),
  /** Drafts about which a unit was asked, or whose private addresses were closed. */
  drafts: z.array(
    z.strictObject({
      id: z.string(),
      recordId: z.string(),
      askedAt: z.string().nullable(),
      linksClosedUntil: z.string().nullable(),
    }),
  ),
  /** Codes that their units withdrew. */
  withdrawals: z.array(z.string()),
});

/** What no restore may undo. */
export type KeptList = z.infer<typeof listSchema>;

const nothing: KeptList = { erasures: [], takedowns: [], answers: [], drafts: [], withdrawals: [] };
/** Versions before this one listed erasures alone. */
const fileSchema = z.union([
  z.array(erasureSchema).transform((erasures) => ({ ...nothing, erasures })),
  listSchema,
]);

/** The list in a folder of backups; empty where there is none. */
export async function readKeptList(folder: string): Promise<KeptList> {
  try {
    return fileSchema.parse(JSON.parse(await readFile(join(folder, listFile), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return nothing;
    throw error;
  }
}

const queries = {
  erasures: `select code, form, reason, erased_at as "erasedAt", row_deleted_at as "rowDeletedAt", record_id as "recordId"
    from erased_submissions`,
  takedowns: 'select id, reason, taken_at as "takenAt" from takedowns',
  answers: `select id, answered_at::text as "answeredAt", name, photo, contact, words, seen from story_answers`,
  drafts: `select id, record_id as "recordId", asked_at::text as "askedAt", links_closed_until::text as "linksClosedUntil"
    from story_previews where asked_at is not null or links_closed_until is not null`,
};

/** The takedowns of a list that were not ended since. */
async function stillDown(db: Database, listed: KeptList['takedowns']): Promise<KeptList['takedowns']> {
  const { rows } = await db.query<{ id: string; at: Date }>(
    `select subject as id, max(at) as at from acts where act = 'thoi-go-khan-cap' group by subject`,
  );
  const ended = new Map(rows.map(({ id, at }) => [id, at]));
  return listed.filter(({ id, takenAt }) => !((ended.get(id) ?? new Date(0)) > takenAt));
}

/** Both lists, each thing once: as it is now, where it is in both. */
const merged = <T>(before: readonly T[], now: readonly T[], key: (one: T) => string): T[] => [
  ...new Map([...before, ...now].map((one) => [key(one), one])).values(),
];

async function readNow(db: Database): Promise<KeptList> {
  const read = async (query: string) => (await db.query(query)).rows;
  const { rows } = await db.query<{ code: string }>(
    'select code from submissions where moved_by_unit_at is not null and state = any($1)',
    [withdrawnStates],
  );
  return listSchema.parse({
    erasures: await read(queries.erasures),
    takedowns: await read(queries.takedowns),
    answers: await read(queries.answers),
    drafts: await read(queries.drafts),
    withdrawals: rows.map(({ code }) => code),
  });
}

/** Adds what was done to the list beside the backups: older backups do not know it. */
export async function writeKeptList(db: Database, folder: string): Promise<KeptList> {
  const [before, now] = [await readKeptList(folder), await readNow(db)];
  const erasures = merged(before.erasures, now.erasures, ({ code }) => code);
  const erased = new Set(erasures.map(({ code }) => code));
  const list: KeptList = {
    erasures,
    takedowns: merged(await stillDown(db, before.takedowns), now.takedowns, ({ id }) => id),
    answers: merged(before.answers, now.answers, ({ id, answeredAt }) => `${id} ${answeredAt}`),
    drafts: merged(before.drafts, now.drafts, ({ id }) => id),
    withdrawals: merged(before.withdrawals, now.withdrawals, (code) => code).filter(
      (code) => !erased.has(code),
    ),
  };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, listFile);
  await writeFile(`${file}.new`, `${JSON.stringify(list, null, 1)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return list;
}
