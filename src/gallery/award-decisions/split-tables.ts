import { headingFinder } from '../../filing/batches/headings.ts';
import { isNumberedTitle } from '../../filing/batches/line-words.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import { awardOf } from './award-of.ts';
import { isBareKind, namedKind } from './kind-of.ts';
import { awardListForm } from './list-form.ts';

const find = headingFinder(awardListForm);

/** What the cells of a row name, column by column, where the row names columns and that of the names is among them; null for another row. */
function columnsNamed(row: readonly string[]): string | null {
  const meanings = row.map((cell) => (cell.trim() === '' ? undefined : find(cell)));
  const known = meanings.filter((meaning) => meaning !== undefined);
  const filled = row.filter((cell) => cell.trim() !== '').length;
  const hasName = known.some((meaning) => typeof meaning === 'object' && meaning.field === 'name');
  return hasName && known.length >= 2 && known.length * 2 > filled
    ? JSON.stringify(meanings.map((meaning) => meaning ?? null))
    : null;
}

/** Whether nothing but a title, or nothing at all, stands in a row above a table. */
function isAbove(row: readonly string[]): boolean {
  const [only = '', ...others] = row.filter((cell) => cell.trim() !== '');
  if (others.length > 0) return false;
  return only === '' || isNumberedTitle(only) || isBareKind(only) || awardOf(only) !== null;
}

/** Rows at which a table begins that names other columns than the one before it, the titles above it included. */
function beginnings(rows: readonly (readonly string[])[]): number[] {
  const begins: number[] = [];
  let before: string | null = null;
  for (const [at, row] of rows.entries()) {
    const named = columnsNamed(row);
    if (named === null || named === before) continue;
    let from = at;
    while (before !== null && from > 0 && isAbove(rows[from - 1] ?? [])) from -= 1;
    begins.push(before === null ? 0 : from);
    before = named;
  }
  return begins;
}

/**
 * The tables of a sheet that stand one below the other, each with headings of its own, as sheets of their own: a table of collectives,
 * then one of persons. Rows keep their numbers. What stands above the first table stands above each, unless it names a kind.
 */
export function splitTables(sheet: Sheet): Sheet[] {
  const begins = beginnings(sheet.rows);
  if (begins.length < 2) return [sheet];
  const first = sheet.rows.findIndex((row) => columnsNamed(row) !== null);
  const isShared = (at: number) => at < first && namedKind((sheet.rows[at] ?? []).join(' ')) === null;
  return begins.map((from, index): Sheet => {
    const to = begins[index + 1] ?? sheet.rows.length;
    const isOwn = (at: number) => (at >= from && at < to) || isShared(at);
    return {
      ...sheet,
      rows: sheet.rows.slice(0, to).map((row, at) => (isOwn(at) ? row : [])),
      merges: sheet.merges.filter(({ row }) => isOwn(row)),
    };
  });
}
