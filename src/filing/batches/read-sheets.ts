import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import type { TableForm } from './batch-form.ts';
import { findHeadings } from './find-headings.ts';
import { gridOf } from './grid.ts';
import { headingFinder } from './headings.ts';
import type { SkippedSheet } from './left-out.ts';
import { type ReadTable, readTable, unreadable } from './read-table.ts';
import { guideSheet } from './template-example.ts';

/** The table read from a file, and the sheets that were not read. */
export interface SheetTable extends ReadTable {
  /** Name of the sheet that was read; undefined if the file's sheets have no names. */
  sheet?: string | undefined;
  sheets: SkippedSheet[];
}

/** A sheet must name so many columns to count as the table: one alone may be chance. */
const fewestHeadings = 2;

/** Lines of a sheet in which headings are looked for, empty ones among them. */
const lookedAtRows = 100;

const headingsIn = (form: TableForm, sheet: Sheet): number => {
  const top = { ...sheet, rows: sheet.rows.slice(0, lookedAtRows) };
  return findHeadings(gridOf(top), headingFinder(form))?.known ?? 0;
};

/** The first visible sheet that has the headings, else the first visible one that holds anything, else the first. */
function choose(form: TableForm, sheets: readonly [Sheet, ...Sheet[]]) {
  const counts = new Map(sheets.map((sheet) => [sheet, headingsIn(form, sheet)]));
  const hasHeadings = (sheet: Sheet) => (counts.get(sheet) ?? 0) >= fewestHeadings;
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const chosen =
    visible.find(hasHeadings) ??
    visible.find((sheet) => (counts.get(sheet) ?? 0) > 0) ??
    visible.find(({ rows }) => rows.length > 0) ??
    sheets[0];
  return { chosen, hasHeadings };
}

/** Reads the table of a file, or returns a message that says why not and what to do. Never throws. */
export function readSheets(
  form: TableForm,
  sheets: readonly [Sheet, ...Sheet[]],
): SheetTable | { message: string } {
  const { chosen, hasHeadings } = choose(form, sheets);
  const hidden = sheets.find((sheet) => sheet.isHidden && hasHeadings(sheet));
  if (!hasHeadings(chosen) && hidden) {
    return {
      message: `Bảng đề cử nằm ở trang tính “${hidden.name ?? ''}” đang ẩn nên không đọc. Mở Excel, bỏ ẩn trang này rồi chọn lại tệp.`,
    };
  }
  const message = unreadable(chosen);
  if (message) return { message };
  const table = readTable(form, chosen);
  const others = sheets.flatMap((sheet): SkippedSheet[] => {
    const { name = '', isHidden } = sheet;
    if (sheet === chosen || (sheet.rows.length === 0 && !sheet.unread)) return [];
    if (name === guideSheet) return [{ name, why: 'template' }];
    if (isHidden) return [{ name, why: 'hidden' }];
    return [{ name, why: hasHeadings(sheet) ? 'further' : 'no-headings' }];
  });
  const isPlain = table.isPlain && others.every(({ why }) => why === 'template');
  return { ...table, isPlain, sheet: chosen.name, sheets: others };
}
