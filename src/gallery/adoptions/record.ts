import { z } from 'zod';
import { month } from '../../filing/definitions/figure-fields.ts';
import { goneOf, goneWords } from '../../filing/delivery/gone-columns.ts';
import { isAvailable, nameOfColumn, type PulledRow } from '../../filing/delivery/pulled-row.ts';
import { confirmedState, stateOfOption } from '../../filing/states.ts';
import { samplePrefix } from '../../vocabulary/story-ids.ts';
import { unitSaid } from '../../vocabulary/unit-said.ts';
import { readIndicator, readLines } from '../stories/lines.ts';
import { unreadableCells } from '../stories/unreadable.ts';
import { adoptionSchema } from './adoption.ts';

/** A row of `Áp dụng`: cells by the code's field names. */
export type AdoptionRow = PulledRow;

const { shape } = adoptionSchema;
const orNull = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

const fieldsSchema = z
  .object({
    model: z.string('thiếu “Mã mô hình”').trim().pipe(shape.model),
    unitCode: orNull(z.string()),
    unitName: z.string('thiếu “Đơn vị áp dụng”').trim().pipe(shape.unitName),
    since: month({ label: 'Áp dụng từ' }).pipe(shape.since),
    result: orNull(shape.result),
    publicResult: orNull(shape.result),
    changed: z
      .string()
      .trim()
      .max(1500)
      .nullish()
      .transform((value) => value || null),
    indicators: readLines(readIndicator),
    documents: z
      .array(z.unknown())
      .nullish()
      .transform((files) => files?.length ?? 0),
  })
  .transform(({ publicResult, result, ...fields }) => ({ ...fields, result: publicResult ?? result }));

/** The content of a row, without the decision whether it may be shown. */
export type AdoptionFields = z.infer<typeof fieldsSchema>;

/** Outcome of reading a row: show it (what is stored of the fields in `keep` stays), hide it, or leave it unchanged; `problem` tells staff why, or what of a shown one is in doubt. */
export type ReadAdoption =
  | { fate: 'shown'; fields: AdoptionFields; keep: string[]; sample: boolean; problem: string | null }
  | { fate: 'hidden' }
  | { fate: 'kept'; problem: string };

const inWords = (row: AdoptionRow, { issues }: z.ZodError) =>
  issues.map(({ path, message }) => `Cột “${nameOfColumn(row, String(path[0]))}”: ${message}`).join('\n');

/** Columns without which a row cannot be shown as it is; others keep what is stored. */
const required = ['state', 'consent', 'model', 'unitCode', 'unitName', 'since'];
/** Properties of cells, each with the stored field that they say. */
const optional: Readonly<Record<string, string>> = {
  result: 'result',
  publicResult: 'result',
  changed: 'changed',
  indicators: 'indicators',
  documents: 'documents',
};

/** Whether a row is to be shown; null where a column that decides it is gone. */
function isWanted(row: AdoptionRow): boolean | null {
  const { state, consent } = row.cells;
  if (consent !== true && isAvailable(row, 'consent')) return false;
  if (!isAvailable(row, 'state')) return null;
  if (typeof state !== 'string') return false;
  const known = stateOfOption(state);
  if (known && known.id !== confirmedState) return false;
  return known && isAvailable(row, 'consent') ? true : null;
}

/**
 * Reads a row. An adoption is shown when staff confirmed it and the unit agreed to show it. A withdrawn consent or state takes
 * effect even where the row has other mistakes or lacks columns.
 */
export function readAdoptionRow(row: AdoptionRow): ReadAdoption {
  const { cells } = row;
  const wanted = isWanted(row);
  if (wanted === false) return { fate: 'hidden' };
  const gone = goneOf(row, required);
  if (gone.length > 0) return { fate: 'kept', problem: goneWords(row, gone) };
  if (wanted === null)
    return {
      fate: 'kept',
      problem: `Cột “${nameOfColumn(row, 'state')}”: trang không hiểu lựa chọn “${String(cells['state'])}”, nên trang giữ bản đã có. Chọn một lựa chọn có sẵn của trang.`,
    };
  const { data: fields, error } = fieldsSchema.safeParse(cells);
  if (!fields) return { fate: 'kept', problem: inWords(row, error) };
  const unreadable = unreadableCells(row, fields);
  if (unreadable) return { fate: 'kept', problem: unreadable };
  const keep = goneOf(row, Object.keys(optional)).flatMap((property) => optional[property] ?? []);
  const sample = fields.unitCode?.startsWith(samplePrefix) ?? false;
  return { fate: 'shown', ...withUnit(row, fields), keep, sample };
}

/** An adoption names its unit, so it is shown even where nobody can tell which listed unit that is. */
function withUnit(row: AdoptionRow, fields: AdoptionFields) {
  const said = unitSaid(fields.unitCode, fields.unitName);
  if (said.is === 'listed') return { fields: { ...fields, unitCode: said.unit.code }, problem: null };
  if (said.is === 'unlisted' || said.doubt === 'far') return { fields, problem: null };
  const problem = `Cột “${nameOfColumn(row, 'unitCode')}”: ${said.why}`;
  return { fields: said.doubt === 'two' ? fields : { ...fields, unitCode: null }, problem };
}
