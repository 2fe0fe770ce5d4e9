import type pg from 'pg';
import { type Database, inTransaction } from '../../platform/postgres.ts';
import { filesName } from '../definitions/uploaded-file.ts';
import { redeliver, redeliverAnswers } from '../delivery/queue.ts';
import { FilesGoneError, orFilesGone } from '../evidence/server/files-gone.ts';
import { fileWith } from '../evidence/server/store.ts';
import { findSubmission } from '../receipts/server/open-submission.ts';
import { firstState } from '../states.ts';
import { askingState } from './information-request.ts';
import { recordChange } from './record-change.ts';

/** A supplement or correction: new answers and files. */
export interface Supplement {
  /** `sua`: a correction that nobody asked for, possible until staff begin. */
  kind: 'bo-sung' | 'sua';
  /** Identifies a retry of the same supplement. */
  key: string;
  answers: Record<string, unknown>;
  /** Ids of new files, in their order. */
  files?: readonly string[];
}

/** The outcome: `closed` when no question is open any more, `files-gone` when a file is gone or taken. */
export type SupplementSaved = { ok: true } | { ok: false; reason: 'closed' | 'files-gone' };

/** New files join those of the submission; every other answer takes the place of the old one. */
function joined(answers: Record<string, unknown>, old: Record<string, unknown>): Record<string, unknown> {
  if (!(filesName in answers)) return answers;
  return { ...answers, [filesName]: [old[filesName] ?? [], answers[filesName] ?? []].flat() };
}

/** Whether a supplement with this key is already stored. */
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

/** The state after each kind. A correction keeps the first state. */
const moveTo = { 'bo-sung': 'da-bo-sung', sua: firstState } as const;
const movedFrom = { 'bo-sung': askingState, sua: firstState } as const;

async function save(
  client: pg.PoolClient,
  code: string,
  { kind, key, answers: given, files = [] }: Supplement,
): Promise<SupplementSaved> {
  const { rows } = await client.query<{ state: string; answers: Record<string, unknown> }>(
    'select state, answers from submissions where code = $1 for update',
    [code],
  );
  const [old] = rows;
  if (await hasSupplement(client, code, key)) return { ok: true };
  if (old?.state !== movedFrom[kind]) return { ok: false, reason: 'closed' };
  // Reading the submission stores its earlier statements before anything changes.
  await findSubmission(client, code);
  if (!(await fileWith(client, code, files))) throw new FilesGoneError('A file is gone.');
  const answers = joined(given, old.answers);
  const replaced = Object.fromEntries(Object.keys(answers).map((name) => [name, old.answers[name]]));
  await recordChange(client, code, { kind, key, answers, replaced });
  await client.query(
    `update submissions set answers = (answers - $3::text[]) || $2::jsonb, state = $4, asked = null,
       changed_at = now(), moved_by_unit_at = now() where code = $1`,
    [code, answers, Object.keys(answers), moveTo[kind]],
  );
  await client.query(kind === 'sua' ? redeliverAnswers : redeliver, [code]);
  await findSubmission(client, code);
  return { ok: true };
}

/**
 * Replaces answers (the change keeps the old ones), adds new files and queues the submission for delivery, in one transaction. A
 * retry with the same key changes nothing.
 */
export async function saveSupplement(
  db: Database,
  code: string,
  supplement: Supplement,
): Promise<SupplementSaved> {
  return orFilesGone(() => inTransaction(db, (client) => save(client, code, supplement)));
}
