import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { StoredTable } from './tables.ts';

/** What is known of the rows of a table: equal facts are equal rows. */
export interface CopiedRows {
  rows: number;
  /** Of the text that PostgreSQL's COPY gives, in hex. */
  sha256: string;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const copyOf = ({ name, columns }: StoredTable) =>
  `copy public.${quoted(name)} (${columns.map(quoted).join(', ')})`;

/** The same rows give the same text on every server, and large tables may take their time. Lasts until the transaction ends. */
const settings = `
  set local timezone = 'UTC';
  set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres';
  set local extra_float_digits = 3;
  set local bytea_output = 'hex';
  set local synchronize_seqscans = off;
  set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`;

/** Runs `work` in a transaction that sees the database as it is at one moment. */
export async function inSnapshot<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin isolation level repeatable read');
  try {
    await client.query(settings);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Reads a table in a snapshot, and writes its compressed text to `file` where one is given. */
export async function copyOut(client: pg.ClientBase, table: StoredTable, file?: string): Promise<CopiedRows> {
  const digest = createHash('sha256');
  const out = client.query(copyTo(`${copyOf(table)} to stdout`));
  const observed = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      digest.update(chunk);
      if (file !== undefined) yield chunk;
    }
  };
  if (file === undefined) for await (const _ of observed(out));
  else await pipeline(out, observed, createGzip(), createWriteStream(file, { mode: 0o600 }));
  return { rows: out.rowCount, sha256: digest.digest('hex') };
}

/** Writes the rows of a file of `readTable` into a table. */
export async function copyIn(client: pg.ClientBase, table: StoredTable, file: string): Promise<void> {
  const into = client.query(copyFrom(`${copyOf(table)} from stdin`));
  await pipeline(createReadStream(file), createGunzip(), into);
}
