import { z } from 'zod';
import { adoptionSchema } from './adoption.ts';
import { month } from '../../filing/definitions/figure-fields.ts';
import { confirmedState, stateOfOption } from '../../filing/states.ts';
import { readLines, readIndicator } from '../stories/lines.ts';
import { nameOfColumn, type PulledRow } from '../../filing/delivery/pulled-row.ts';
import { samplePrefix } from '../../vocabulary/story-ids.ts';
import { unreadableCells } from '../stories/unreadable.ts';
import { unitSaid } from '../../vocabulary/unit-said.ts';

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
  })
  .transform(({ publicResult, result, ...fields }) => ({ ...fields, result: publicResult ?? result }));

/** The content of a row, without the decision whether it may be shown. */
export type AdoptionFields = z.infer<typeof fieldsSchema>;

/** Outcome of reading a row: show it, hide it, or leave it unchanged; `problem` tells staff why, or what of a shown one is in doubt. */
export type ReadAdoption =
  | { fate: 'shown'; fields: AdoptionFields; sample: boolean; problem: string | null }
  | { fate: 'hidden' }
  | { fate: 'kept'; problem: string };

const inWords = (row: AdoptionRow, { issues }: z.ZodError) =>
  issues.map(({ path, message }) => `Cột “${nameOfColumn(row, String(path[0]))}”: ${message}`).join('\n');

/**
 * Reads a row. An adoption is shown when staff confirmed it and the unit agreed to show it. A withdrawn consent takes
 * effect even where the row has other mistakes.
 */
export function readAdoptionRow(row: AdoptionRow): ReadAdoption {
  const { cells, columns } = row;
  const { state, consent } = cells;
  const gone = (columns?.unavailable ?? []).map((field) => nameOfColumn(row, field));
  if (gone.length > 0)
    return {
      fate: 'kept',
      problem: `Cột “${gone.join('”, “')}” không còn hoặc đã bị đổi kiểu, nên trang giữ bản đã có. Khôi phục cột.`,
    };
  if (consent !== true || typeof state !== 'string') return { fate: 'hidden' };
  const known = stateOfOption(state);
  if (!known)
    return {
      fate: 'kept',
      problem: `Cột “${nameOfColumn(row, 'state')}”: trang không hiểu lựa chọn “${state}”, nên trang giữ bản đã có. Chọn một lựa chọn có sẵn của trang.`,
    };
  if (known.id !== confirmedState) return { fate: 'hidden' };
  const { data: fields, error } = fieldsSchema.safeParse(cells);
  if (!fields) return { fate: 'kept', problem: inWords(row, error) };
  const unreadable = unreadableCells(row, fields);
  if (unreadable)
    return {
      fate: 'kept',
      problem: unreadable,
    };
  const sample = fields.unitCode?.startsWith(samplePrefix) ?? false;
  return { fate: 'shown', ...withUnit(row, fields), sample };
}

/** An adoption names its unit, so it is shown even where nobody can tell which listed unit that is. */
function withUnit(row: AdoptionRow, fields: AdoptionFields) {
  const said = unitSaid(fields.unitCode, fields.unitName);
  if (said.is === 'listed') return { fields: { ...fields, unitCode: said.unit.code }, problem: null };
  if (said.is === 'unlisted' || said.doubt === 'far') return { fields, problem: null };
  const problem = `Cột “${nameOfColumn(row, 'unitCode')}”: ${said.why}`;
  return { fields: said.doubt === 'two' ? fields : { ...fields, unitCode: null }, problem };
}
