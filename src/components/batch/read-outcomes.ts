/** A row that the server took. */
export interface TakenRow {
  row: number;
  code: string;
  receiptUrl: string;
  isNew: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The rows that were taken of a table, and the page that lists them, from the answer to it. */
export function readOutcomes(answer: unknown): { taken: TakenRow[]; receiptUrl: string } {
  if (!isObject(answer)) return { taken: [], receiptUrl: '' };
  const rows = Array.isArray(answer.rows) ? answer.rows.filter(isObject) : [];
  const taken = rows.flatMap(({ row, code, receiptUrl, isNew }): TakenRow[] =>
    typeof code === 'string' && typeof receiptUrl === 'string'
      ? [{ row: Number(row), code, receiptUrl, isNew: isNew === true }]
      : [],
  );
  return { taken, receiptUrl: typeof answer.receiptUrl === 'string' ? answer.receiptUrl : '' };
}
