import { z } from 'zod';
import { digestOf } from '../../platform/files/digest.ts';
import { dayInVietnam } from '../../vietnamese/official-date.ts';
import type { DataSet, Sources } from './data-set.ts';

/** A data set as a public build knew it. */
export const dataStateSchema = z.object({
  id: z.string(),
  /** Of its rows. */
  digest: z.string(),
  /** The day on which they last changed, `YYYY-MM-DD`. */
  changed: z.iso.date(),
});

/** See `dataStateSchema`. */
export type DataState = z.infer<typeof dataStateSchema>;

/** Where a build says in which state it publishes each data set. */
export const dataStatesPath = '/api/v1/bo-du-lieu.json';

const known = new WeakMap<Sources, Map<string, DataState & { rows: number }>>();

function readState(set: DataSet, sources: Sources) {
  const rows = set.rowsOf(sources);
  // In hexadecimal: letters of a published digest must not look like a word that nobody may read yet.
  const digest = Buffer.from(digestOf(rows, set.nestedOf(sources)), 'base64url').toString('hex');
  const before = sources.states?.find(({ id }) => id === set.id);
  const changed = before?.digest === digest ? before.changed : dayInVietnam(new Date());
  return { id: set.id, digest, changed, rows: rows.length };
}

/**
 * How many rows a data set has, and the day on which they last changed: that of an earlier build whose rows were the same, else today.
 * A row that is gone is a change, too.
 */
export function stateOf(set: DataSet, sources: Sources): DataState & { rows: number } {
  const ofBuild = known.get(sources) ?? new Map<string, DataState & { rows: number }>();
  known.set(sources, ofBuild);
  const state = ofBuild.get(set.id) ?? readState(set, sources);
  ofBuild.set(set.id, state);
  return state;
}
