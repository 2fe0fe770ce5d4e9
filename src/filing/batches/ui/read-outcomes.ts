/** A row that the server took. */
export interface AcceptedRow {
  row: number;
  code: string;
  /** Its receipt, or where its state is looked up when another contact had filed it. */
  path: string;
  isNew: boolean;
  isOwn: boolean;
  /** The earlier row of this table that has the same words. */
  sameAs?: number;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The rows that were taken of a table, and the page that lists them, from the answer to it. */
export function readOutcomes(answer: unknown): { taken: AcceptedRow[]; receiptUrl: string } {
  if (!isObject(answer)) return { taken: [], receiptUrl: '' };
  const rows = Array.isArray(answer.rows) ? answer.rows.filter(isObject) : [];
  const taken = rows.flatMap(({ row, code, receiptUrl, statusUrl, isNew, sameAs }): AcceptedRow[] => {
    const path = receiptUrl ?? statusUrl;
    if (typeof code !== 'string' || typeof path !== 'string') return [];
    const isOwn = receiptUrl !== undefined;
    return [
      {
        row: Number(row),
        code,
        path,
        isNew: isNew === true,
        isOwn,
        ...(typeof sameAs === 'number' && { sameAs }),
      },
    ];
  });
  return { taken, receiptUrl: typeof answer.receiptUrl === 'string' ? answer.receiptUrl : '' };
}
