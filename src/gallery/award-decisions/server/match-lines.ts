import { withdrawnStates } from '../../../filing/states.ts';
import type { Database } from '../../../platform/postgres.ts';
import { nameKey } from '../../../vietnamese/name-key.ts';
import { awardForms } from '../../../vocabulary/taxonomy.ts';
import { units } from '../../../vocabulary/units.ts';
import type { AwardLine } from '../award-line.ts';

/** A line with the nomination that it came from, and with what else has its name. */
export interface MatchedLine extends AwardLine {
  filingCode: string | null;
  /** The row of `Điển hình` that has this very honour already, typed by hand or left from a deleted row of `Quyết định`. */
  own: { storyId: string; recordId: string } | null;
}

const kindOfForm: Readonly<Record<string, string>> = {
  'de-cu-tap-the': 'tap-the',
  'de-cu-ca-nhan': 'ca-nhan',
  'de-cu-mo-hinh': 'mo-hinh',
};

interface Nomination {
  code: string;
  kind: string;
  unitCode: string | null;
  places: string[];
}

interface Honour {
  id: string;
  recordId: string;
  kind: string;
  decisionNumber: string;
  unitKey: string;
  words: string;
}

const grouped = <T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> => {
  const found = new Map<string, T[]>();
  for (const [key, value] of pairs) found.set(key, [...(found.get(key) ?? []), value]);
  return found;
};

const nameOfUnit = new Map(units.map(({ code, name }) => [code, name]));

async function nominations(db: Pick<Database, 'query'>): Promise<Map<string, Nomination[]>> {
  const { rows } = await db.query<{
    code: string;
    form: string;
    name: string | null;
    unitCode: string | null;
    unitName: string | null;
    place: string | null;
  }>(
    `select code, form, answers->>'name' as name, unit_code as "unitCode", answers->>'unitName' as "unitName",
       answers->>'place' as place
     from submissions where form = any($1) and state <> all($2) order by received_at`,
    [Object.keys(kindOfForm), withdrawnStates],
  );
  return grouped(
    rows.map(({ code, form, name, unitCode, unitName, place }) => {
      const places = [nameOfUnit.get(unitCode ?? ''), unitName, place].map(nameKey).filter(Boolean);
      return [nameKey(name), { code, kind: kindOfForm[form] ?? '', unitCode, places }] as const;
    }),
  );
}

/** Every honour with a decision that the site or the base has, by name; those of this decision left out. */
async function honours(db: Pick<Database, 'query'>, decision: string): Promise<Map<string, Honour[]>> {
  const { rows } = await db.query<{
    id: string;
    recordId: string;
    fields: {
      name?: string;
      kind?: string;
      unitName?: string;
      year?: number;
      awardForm?: string;
      decisionNumber?: string;
    };
  }>(
    `select id, fields, record_id as "recordId" from (
       select id, fields, record_id from stories
       union all select id, fields, record_id from story_previews p
         where withdrawn_at is null and not exists (select from stories s where s.id = p.id)
     ) h
     where coalesce(fields->>'decisionNumber', '') <> ''
       and not exists (select from award_lines l where l.decision = $1 and l.record_id = h.record_id)
     order by id`,
    [decision],
  );
  return grouped(
    rows.map(
      ({ id, recordId, fields: { name, kind = '', unitName, year, awardForm, decisionNumber = '' } }) => {
        const award = awardForms.find((form) => form.id === awardForm)?.name ?? 'khen thưởng';
        const words = `${id} (${award}, năm ${year}, quyết định ${decisionNumber})`;
        return [
          nameKey(name),
          { id, recordId, kind, decisionNumber, unitKey: nameKey(unitName), words },
        ] as const;
      },
    ),
  );
}

/** Whether a nomination may be of the unit that the line names; a line without a unit leaves that open. */
function isOfUnit({ unitCode, unitName, name }: AwardLine, nomination: Nomination): boolean {
  if (unitName === null && unitCode === null) return true;
  if (unitCode !== null && unitCode === nomination.unitCode) return true;
  const said = nameKey(unitName ?? name);
  return nomination.places.some((place) => place.includes(said) || said.includes(place));
}

function nominationOf(
  line: AwardLine,
  same: readonly Nomination[],
): { code: string | null; doubts: string[] } {
  const fit = same.filter((nomination) => isOfUnit(line, nomination));
  const [one, ...more] = fit;
  if (one && more.length === 0) return { code: one.code, doubts: [] };
  if (one)
    return {
      code: null,
      doubts: [
        `Có ${fit.length} đề cử cùng tên (${fit.map(({ code }) => code).join(', ')}): ghi mã ở cột “Mã hồ sơ” của danh sách.`,
      ],
    };
  return {
    code: null,
    doubts:
      same.length > 0 ? [`Đề cử ${same.map(({ code }) => code).join(', ')} cùng tên nhưng khác đơn vị.`] : [],
  };
}

const isSameUnit = ({ unitName, name }: AwardLine, { unitKey }: Honour) => {
  const said = nameKey(unitName ?? name);
  return unitKey === '' || unitKey.includes(said) || said.includes(unitKey);
};

const numberKey = (number: string) => number.replace(/\s+/g, '').toLowerCase();

/**
 * Finds, for each line, the one nomination that it came from: by its code, or by name, kind and unit. What fits in part is only named.
 * Earlier honours of the same name are named too: whether one may be honoured again is for staff to judge.
 */
export async function matchLines(
  db: Pick<Database, 'query'>,
  { recordId: decision, number }: { recordId: string; number: string },
  lines: readonly AwardLine[],
): Promise<MatchedLine[]> {
  const [nominated, honoured] = [await nominations(db), await honours(db, decision)];
  const known = new Set([...nominated.values()].flat().map(({ code }) => code));
  return lines.map((line) => {
    const key = nameKey(line.name);
    const isSame = ({ kind }: { kind: string }) => kind === line.kind;
    const all = key === '' ? [] : (honoured.get(key) ?? []).filter(isSame);
    const isThis = (honour: Honour) =>
      line.key.endsWith('|0') &&
      numberKey(honour.decisionNumber) === numberKey(number) &&
      isSameUnit(line, honour);
    const own = all.find(isThis);
    const before = all.filter((honour) => honour !== own);
    const again = before.map(
      (honour) =>
        `${isSameUnit(line, honour) ? 'Đã được khen' : 'Cùng tên, khác đơn vị với'}: ${honour.words}.`,
    );
    const said = line.code !== null && known.has(line.code) ? line.code : null;
    const missing =
      line.code !== null && said === null ? [`Không có đề cử mang mã ${line.code}, hoặc đề cử đã rút.`] : [];
    const found =
      said !== null || key === ''
        ? { code: said, doubts: [] }
        : nominationOf(line, (nominated.get(key) ?? []).filter(isSame));
    return {
      ...line,
      own: own ? { storyId: own.id, recordId: own.recordId } : null,
      filingCode: found.code,
      doubts: [...line.doubts, ...missing, ...found.doubts, ...again],
    };
  });
}
