import { apDung } from '../../filing/definitions/ap-dung.ts';
import { baoCaoNam } from '../../filing/definitions/bao-cao-nam.ts';
import { keHoachDonVi } from '../../filing/definitions/ke-hoach-don-vi.ts';
import { type Form, forms } from '../../filing/definitions/registry.ts';
import { feedbackStates, nominationStates, reportStates, tipStates } from '../../filing/states.ts';
import { unitGroups } from '../../vocabulary/units.ts';
import { answer, unitKind, unitName } from './answers.ts';
import { awardDecisions } from './award-table.ts';
import type { Column, Table } from './column.ts';
import { additions } from './form-additions.ts';
import { tableOfForms } from './form-columns.ts';
import { operations } from './operations-table.ts';
import { releases } from './releases-table.ts';
import { settingsTables } from './settings-tables.ts';
import { statistics } from './statistics-table.ts';
import { stories } from './story-table.ts';
import { lettersColumn, whyColumn } from './why-column.ts';

// The only place that maps columns of the base to fields of the code, with form-additions.ts, story-table.ts and nomination-columns.ts.

/** The columns that tell staff who filed. */
const unitColumns = (label: string): Column[] => [
  {
    name: label,
    type: 'singleLineText',
    cell: unitName,
    description: 'Tên đơn vị gửi phiếu, như đơn vị đã ghi.',
  },
  { name: 'Mã đơn vị', type: 'singleLineText', cell: answer('unitCode') },
  {
    name: 'Loại đơn vị',
    type: 'singleSelect',
    choices: unitGroups.map(({ label: group }) => group),
    cell: unitKind,
  },
];

const statesOf = {
  nomination: nominationStates,
  report: reportStates,
  feedback: feedbackStates,
  tip: tipStates,
};

/** The column that tells apart the forms that share a table. */
function kindColumns(sharing: readonly Form[]): Column[] {
  const kinds = new Map<string, string>(
    sharing.flatMap(({ id, table }) => ('kind' in table ? [[id, table.kind] as const] : [])),
  );
  if (kinds.size === 0) return [];
  const cell: Column['cell'] = ({ form }) => kinds.get(form);
  return [{ name: 'Loại', type: 'singleSelect', choices: [...kinds.values()], cell }];
}

function tableFor(name: string, sharing: readonly Form[]): Table {
  const [first] = sharing;
  if (!first) throw new RangeError(`No form files into “${name}”.`);
  const { states } = first.table;
  const unit = 'unit' in first.table ? first.table.unit : undefined;
  const { first: leading = [], ...rest } = additions[name] ?? {};
  const ofUnit = unit === undefined ? [] : unitColumns(unit);
  const columns = [whyColumn, lettersColumn, ...leading, ...kindColumns(sharing), ...ofUnit];
  return tableOfForms({ name, forms: sharing, states: statesOf[states], first: columns, ...rest });
}

const formTables = [...Map.groupBy(forms, ({ table }) => table.name)].map(([name, sharing]) => ({
  table: tableFor(name, sharing),
  sharing,
}));

/** Form id → the table that holds its submissions. */
export const tableOfForm: Readonly<Record<string, Table>> = Object.fromEntries(
  formTables.flatMap(({ table, sharing }) => sharing.map(({ id }) => [id, table])),
);

/** The table of units that apply a model. The sync reads its cells back for the site. */
export const adoptions = tableFor('Áp dụng', [apDung]);

/** The tables of what units issued and reported. The sync reads their cells back for coverage and the roll-up. */
export const filingTables = [keHoachDonVi, baoCaoNam].map((form) => ({
  form: form.id,
  table: tableFor(form.table.name, [form]),
}));

const readWhole: readonly string[] = [adoptions, ...filingTables.map(({ table }) => table)].map(
  ({ name }) => name,
);

/** Tables from which the sync reads only staff decisions; nominations first. */
export const decisionTables: readonly Table[] = formTables.flatMap(({ table }) =>
  readWhole.includes(table.name) ? [] : [table],
);

/** All tables of the base. */
export const tables: readonly Table[] = [
  ...formTables.map(({ table }) => table),
  stories,
  releases,
  operations,
  ...settingsTables,
  awardDecisions,
  statistics,
];
