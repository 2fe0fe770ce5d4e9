import { type Cell, type Field, isAttachments, type Row, type Table } from '../data/model.ts';

/** Who made a change: a person on the page, or a program. */
export type Source = 'client' | 'publicApi';

/** What one write did to one table. */
export interface Transaction {
  source: Source;
  /** Id of the person; the one user of the page where not given. */
  user?: string | undefined;
  table: Table;
  created?: readonly Row[];
  changed?: readonly { before: Row; after: Row }[];
  destroyed?: readonly string[];
  /** Columns that were made, renamed, retyped or deleted. */
  fields?: { created?: Field; changed?: { before: Field; after: Partial<Field> }; destroyed?: string };
}

/** A cell as payloads write it: a choice as an object with its id, where listings give its name. */
function payloadCell({ options }: Field, cell: Cell): unknown {
  const choice = (name: string) => options?.choices?.find((one) => one.name === name) ?? name;
  if (typeof cell === 'string' && options?.choices) return choice(cell);
  if (Array.isArray(cell) && !isAttachments(cell)) return options?.choices ? cell.map(choice) : cell;
  return cell;
}

const cellsOf = ({ fields }: Table, row: Row, wanted: (id: string) => boolean) => ({
  cellValuesByFieldId: Object.fromEntries(
    fields.flatMap((field) => {
      const cell = row.cells[field.id];
      return wanted(field.id) ? [[field.id, cell === undefined ? null : payloadCell(field, cell)]] : [];
    }),
  ),
});

const isFilled = (row: Row) => (id: string) => row.cells[id] !== undefined;

function changedRecord(table: Table, { before, after }: { before: Row; after: Row }, withRest: boolean) {
  const differs = (id: string) => JSON.stringify(before.cells[id]) !== JSON.stringify(after.cells[id]);
  const isKept = (id: string) => !differs(id) && isFilled(after)(id);
  return {
    current: cellsOf(table, after, differs),
    ...(withRest && { unchanged: cellsOf(table, after, isKept) }),
  };
}

/** Whether a write changed no cell of a row. Airtable reports no such write. */
const isChange = ({ before, after }: { before: Row; after: Row }) =>
  JSON.stringify(before.cells) !== JSON.stringify(after.cells);

const facts = ({ name, type }: Field) => ({ name, type });

function ofRecords({ table, created, changed, destroyed }: Transaction, withRest: boolean) {
  const edits = changed?.filter(isChange) ?? [];
  return {
    ...(created?.length && {
      createdRecordsById: Object.fromEntries(
        created.map((row) => [
          row.id,
          { createdTime: new Date(row.createdMs).toISOString(), ...cellsOf(table, row, isFilled(row)) },
        ]),
      ),
    }),
    ...(edits.length > 0 && {
      changedRecordsById: Object.fromEntries(
        edits.map((edit) => [edit.after.id, changedRecord(table, edit, withRest)]),
      ),
    }),
    ...(destroyed?.length && { destroyedRecordIds: destroyed }),
  };
}

function ofFields({ fields }: Transaction) {
  const { created, changed, destroyed } = fields ?? {};
  return {
    ...(created && { createdFieldsById: { [created.id]: facts(created) } }),
    ...(changed && {
      changedFieldsById: { [changed.before.id]: { current: changed.after, previous: facts(changed.before) } },
    }),
    ...(destroyed && { destroyedFieldIds: [destroyed] }),
  };
}

/** The changes of a table as a payload tells them; null where its webhook does not watch them. */
export function tableChanges(
  transaction: Transaction,
  { dataTypes, withRest }: { dataTypes: readonly string[]; withRest: boolean },
): object | null {
  const change = {
    ...(dataTypes.includes('tableData') && ofRecords(transaction, withRest)),
    ...(dataTypes.includes('tableFields') && ofFields(transaction)),
  };
  return Object.keys(change).length > 0 ? change : null;
}
