// Read by browsers, too: it imports nothing.

/** What spreadsheet programs would run as a formula. https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^[=+\-@\t\r]/;

/** A value as a cell of CSV (RFC 4180) that no spreadsheet program runs. */
function csvCell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV. It begins with the mark by which Excel knows UTF-8, and no cell begins like a formula. */
export const writeCsv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
