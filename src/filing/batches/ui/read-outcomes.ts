import { isObject } from '../../../platform/json.ts';

/** A row that the server stored. */
export interface AcceptedRow {
  row: number;
  code: string;
  /** Path of the receipt, or of the state page if another contact filed the row. */
  path: string;
  isNew: boolean;
  isOwn: boolean;
  /** The earlier row of this table with the same words. */
  sameAs?: number;
}

/** Reads the stored rows and the address of the page that lists them from the server's answer. */
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
