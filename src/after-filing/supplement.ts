import type pg from 'pg';
import { z } from 'zod';
import { FilesGoneError, orFilesGone } from '../evidence/files-gone.ts';
import { fileWith } from '../evidence/store.ts';
import { type Database, inTransaction } from '../postgres.ts';
import { filesName } from '../schemas/forms/kept-file.ts';
import { findForm, type Form } from '../schemas/forms/registry.ts';
import type { FieldError } from '../schemas/submission.ts';
import { mistakesIn } from '../forms/mistakes.ts';
import { redeliver } from '../submissions/queue.ts';

/** What staff ask again of the unit that filed. */
export interface AskedAgain {
  code: string;
  form: Form;
  /** Names of fields. */
  asked: string[];
  /** Why, in staff's words. */
  guidance: string | null;
  answers: Record<string, unknown>;
  /** How often the unit has answered before. */
  round: number;
}

const rowSchema = z.object({
  form: z.string(),
  asked: z.array(z.string()),
  guidance: z.string().nullable(),
  answers: z.record(z.string(), z.unknown()),
  round: z.int(),
});

/** The questions open for a code; null when none are. */
export async function askedAgain(db: Database, code: string): Promise<AskedAgain | null> {
  const { rows } = await db.query(
    `select form, asked, guidance, answers,
            (select count(*)::int from supplements p where p.code = s.code) as round
     from submissions s where code = $1 and state = 'yeu-cau-bo-sung' and asked is not null`,
    [code],
  );
  const { data } = rowSchema.safeParse(rows[0]);
  const form = data && findForm(data.form);
  return data && form ? { ...data, code, form } : null;
}

/** New answers that may be stored, or the mistakes in them. */
type Checked = { ok: true; answers: Record<string, unknown> } | { ok: false; errors: FieldError[] };

const noFile: FieldError = {
  field: filesName,
  message: 'Chọn ít nhất một tệp. Không có tệp thì hãy liên hệ Sở Nội vụ.',
};

/** The new answers to the questions asked, or the mistakes in them; rules that span fields see the old answers, too. */
export function checkSupplement(
  { form, asked, answers }: AskedAgain,
  filed: Record<string, unknown>,
): Checked {
  const given = Object.fromEntries(asked.map((name) => [name, filed[name]]));
  // Files as they were stored are not what a form takes; no rule looks at them.
  const before = Object.fromEntries(Object.entries(answers).filter(([name]) => name !== filesName));
  const checked = form.schema.safeParse({ ...before, ...given });
  const errors = checked.success
    ? []
    : mistakesIn(form, checked.error.issues).filter(({ field }) =>
        asked.includes(field.split('.')[0] ?? field),
      );
  if (asked.includes(filesName) && given[filesName] === undefined) errors.push(noFile);
  if (errors.length > 0) return { ok: false, errors };
  const singly = Object.entries(form.schema.shape).filter(([name]) => asked.includes(name));
  const read = singly.map(([name, schema]) => [name, z.safeParse(schema, given[name]).data]);
  return { ok: true, answers: Object.fromEntries(read) };
}

/** What a unit answers: its new answers, and the files among them. */
export interface Supplement {
  /** By which a retry is told from another answer. */
  key: string;
  answers: Record<string, unknown>;
  /** Ids of new files, in their order. */
  files?: readonly string[];
}

/** What became of new answers: `closed` when nothing is asked any more, `files-gone` when a file is no longer there. */
export type SupplementSaved = 'saved' | 'closed' | 'files-gone';

/** New files join those of the filing; every other answer takes the place of the old one. */
function joined(answers: Record<string, unknown>, old: Record<string, unknown>): Record<string, unknown> {
  if (!(filesName in answers)) return answers;
  return { ...answers, [filesName]: [old[filesName] ?? [], answers[filesName] ?? []].flat() };
}

/** Whether answers came under this key before. */
export async function hasSupplement(
  db: pg.Pool | pg.PoolClient,
  code: string,
  key: string,
): Promise<boolean> {
  const { rowCount } = await db.query('select 1 from supplements where code = $1 and supplement_key = $2', [
    code,
    key,
  ]);
  return rowCount === 1;
}

async function save(
  client: pg.PoolClient,
  code: string,
  { key, answers: given, files = [] }: Supplement,
): Promise<SupplementSaved> {
  if (await hasSupplement(client, code, key)) return 'saved';
  const { rows } = await client.query<{ answers: Record<string, unknown> }>(
    `select answers from submissions where code = $1 and state = 'yeu-cau-bo-sung' for update`,
    [code],
  );
  const [old] = rows;
  if (!old) return 'closed';
  if (!(await fileWith(client, code, files))) throw new FilesGoneError('A file is gone.');
  const answers = joined(given, old.answers);
  const replaced = Object.fromEntries(Object.keys(answers).map((name) => [name, old.answers[name]]));
  await client.query(
    'insert into supplements (code, supplement_key, answers, replaced) values ($1, $2, $3, $4)',
    [code, key, answers, replaced],
  );
  await client.query(
    `update submissions set answers = (answers - $3::text[]) || $2::jsonb, state = 'da-bo-sung', asked = null,
       changed_at = now(), moved_by_unit_at = now() where code = $1`,
    [code, answers, Object.keys(answers)],
  );
  await client.query(redeliver, [code]);
  return 'saved';
}

/**
 * Puts new answers in the place of the old ones, which are kept beside them, adds new files to those of the filing, and has the
 * row in the back office follow: all of it or nothing. A retry with the same key changes nothing.
 */
export async function saveSupplement(
  db: Database,
  code: string,
  supplement: Supplement,
): Promise<SupplementSaved> {
  return orFilesGone(() => inTransaction(db, (client) => save(client, code, supplement)));
}
