import { keHoachDonVi } from '../../../filing/definitions/ke-hoach-don-vi.ts';
import { isAvailable, type PulledRow } from '../../../filing/delivery/pulled-row.ts';
import { textOf } from '../../../filing/settings/cells.ts';
import { withdrawnStates } from '../../../filing/states.ts';
import type { Database } from '../../../platform/postgres.ts';
import { unitByCode, unitGroups } from '../../../vocabulary/units.ts';
import { readContent } from '../../stories/content.ts';
import type { CountedHonour, CountedPlans } from '../count.ts';
import { countedAs, sexes } from '../counted-as.ts';

const idOf = (list: readonly { id: string; name: string }[], name: string) =>
  list.find((item) => item.name === name)?.id ?? null;

function countedOf(row: PulledRow) {
  const { draft } = readContent(row);
  const { decisionNumber, decisionDate, kind, unitCode, awardForm } = draft;
  const isKind = textOf(row, 'kind') !== '';
  const year = Number(decisionDate?.slice(0, 4)) || Number(row.cells.year);
  const isLeftOut = row.cells.notCounted === true;
  if (isLeftOut || decisionNumber === null || !isKind || !Number.isInteger(year)) return null;
  const said = unitGroups.find(({ label }) => label === textOf(row, 'unitKind'))?.id;
  return {
    recordId: row.recordId,
    year,
    kind,
    awardForm,
    countedAs: idOf(countedAs, textOf(row, 'countedAs')),
    sex: idOf(sexes, textOf(row, 'sex')),
    unitKind: said ?? unitByCode(unitCode)?.group ?? null,
  };
}

/** Columns that decide whether and how a row counts: while one cannot be read, what was counted stays. */
const needed = [
  'kind',
  'decisionNumber',
  'decisionDate',
  'awardForm',
  'countedAs',
  'sex',
  'unitCode',
  'unitKind',
  'notCounted',
];

/** Notes what the statistics count of these rows of `Điển hình`. A row without a decision, or one that staff left out, counts no more. */
export async function noteCounted(db: Pick<Database, 'query'>, rows: readonly PulledRow[]): Promise<void> {
  const readable = rows.filter((row) => needed.every((field) => isAvailable(row, field)));
  const counted = readable.map((row) => ({ recordId: row.recordId, honour: countedOf(row) }));
  await forgetCounted(
    db,
    counted.filter(({ honour }) => honour === null).map(({ recordId }) => recordId),
  );
  await db.query(
    `insert into counted_honours (record_id, year, kind, award_form, counted_as, sex, unit_kind)
     select distinct on ("recordId") "recordId", year, kind, "awardForm", "countedAs", sex, "unitKind"
     from jsonb_to_recordset($1::jsonb) as c ("recordId" text, year int, kind text, "awardForm" text, "countedAs" text, sex text, "unitKind" text)
     on conflict (record_id) do update set year = excluded.year, kind = excluded.kind, award_form = excluded.award_form,
       counted_as = excluded.counted_as, sex = excluded.sex, unit_kind = excluded.unit_kind`,
    [JSON.stringify(counted.flatMap(({ honour }) => honour ?? []))],
  );
}

/** Forgets rows that are gone or count no more. */
async function forgetCounted(db: Pick<Database, 'query'>, recordIds: readonly string[]): Promise<void> {
  await db.query('delete from counted_honours where record_id = any($1)', [recordIds]);
}

/** The honours of a year. Rows that are gone are left out, and of several rows with one `Mã` all but the one that has it. */
export async function honoursOf(db: Pick<Database, 'query'>, year: number): Promise<CountedHonour[]> {
  const { rows } = await db.query<CountedHonour>(
    `select kind, award_form as "awardForm", counted_as as "countedAs", sex, unit_kind as "unitKind" from (
       select distinct on (coalesce(b.code, c.record_id)) c.* from counted_honours c
       left join base_rows b on b.record_id = c.record_id left join stories s on s.id = b.code
       where b.gone_at is null
       order by coalesce(b.code, c.record_id), (s.record_id = c.record_id) desc nulls last, c.record_id
     ) as once where year = $1`,
    [year],
  );
  return rows;
}

/**
 * Plans of units of a year, by kind of unit: those that were filed and not withdrawn, by the day of receipt, and those that staff typed
 * from paper as rows of the base and confirmed, by the day that the row says, else the day of the confirmation.
 */
export async function plansOf(db: Pick<Database, 'query'>, year: number): Promise<CountedPlans[]> {
  const { rows } = await db.query<{ unitCode: string | null; plans: number }>(
    `select "unitCode", count(*)::int as plans from (
       select unit_code as "unitCode", (received_at at time zone 'Asia/Ho_Chi_Minh')::date as day
       from submissions where form = $3 and state <> all($2)
       union all
       select f.shown ->> 'unitCode', coalesce((f.shown ->> 'filedOn')::date, (f.confirmed_at at time zone 'Asia/Ho_Chi_Minh')::date)
       from unit_filings f left join base_rows b on b.record_id = f.record_id
       where f.form = $3 and not f.sample and not exists (select from submissions s where s.code = b.code)
     ) as each where extract(year from day) = $1 group by "unitCode"`,
    [year, withdrawnStates, keHoachDonVi.id],
  );
  return rows.map(({ unitCode, plans }) => ({
    unitKind: unitCode === null ? null : (unitByCode(unitCode)?.group ?? null),
    plans,
  }));
}
