import { z } from 'zod';
import { type AttachedFile, maxModelFiles } from './model-file.ts';

const cellSchema = z.array(z.object({ id: z.string(), url: z.url(), filename: z.string().optional() }));

/** A file of a row, with Airtable's own address, good for two hours. */
export interface FileToFetch extends AttachedFile {
  url: string;
}

/** The files of a cell of attachments that a story hands out, with their addresses. None where the cell is not one of files. */
export const filesToFetch = (cell: unknown): readonly FileToFetch[] =>
  (cellSchema.safeParse(cell).data ?? [])
    .slice(0, maxModelFiles)
    .map(({ id, url, filename = 'tep' }) => ({ attachment: id, name: filename, url }));

const noFiles = 'ô không phải tệp đính kèm. Trả cột về kiểu tệp.';

/** How many files a cell of attachments has, or what is wrong with it in words for staff. */
export function countAttached(cell: unknown): { value?: number; wrong?: string } {
  if (cell == null) return { value: 0 };
  const files = z.array(z.object({ id: z.string() })).safeParse(cell).data;
  return files ? { value: files.length } : { wrong: noFiles };
}

/** Reads the cell: its files, and what is wrong with it in words for staff. */
export function readAttachedFiles(cell: unknown): { value?: AttachedFile[]; wrong?: string } {
  if (cell == null) return { value: [] };
  const all = cellSchema.safeParse(cell).data;
  if (!all) return { wrong: noFiles };
  const value = filesToFetch(cell).map(({ attachment, name }) => ({ attachment, name }));
  return all.length > maxModelFiles
    ? { value, wrong: `có ${all.length} tệp; chỉ ${maxModelFiles} tệp đầu lên trang.` }
    : { value };
}
