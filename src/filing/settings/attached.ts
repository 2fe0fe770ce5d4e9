import { z } from 'zod';
import { fold } from '../../vietnamese/fold.ts';
import type { AttachedFile } from '../../vocabulary/owner-settings.ts';
import { filedFileSchema } from '../definitions/files-field.ts';
import type { PulledRow } from '../delivery/pulled-row.ts';

const cellSchema = z.array(z.object({ id: z.string(), url: z.string(), filename: z.string() })).catch([]);

/** A file of a row with the address from which it can be fetched for two hours. */
export interface FetchableFile extends AttachedFile {
  url: string;
}

/** The files of an attachment column. */
export const filesOf = ({ cells }: PulledRow, property: string): FetchableFile[] =>
  cellSchema.parse(cells[property] ?? []).map(({ id, url, filename: name }) => ({ id, url, name }));

/** A file of a row that is there, checked and stripped; `id` is the back office's name for the attachment. */
export const ownerFileSchema = filedFileSchema.extend({ id: z.string() });

/** See `ownerFileSchema`. */
export type OwnerFile = z.infer<typeof ownerFileSchema>;

const endings: Readonly<Record<OwnerFile['kind'], string>> = { pdf: 'pdf', jpeg: 'jpg', png: 'png' };

/** Where the site has a file: an address that changes with its bytes, `/tep/1a2b3c4d5e6f/du-thao.pdf`. */
export function filePath({ sha256, name, kind }: Pick<OwnerFile, 'sha256' | 'name' | 'kind'>): string {
  const stem = fold(name.replace(/\.\w{1,5}$/u, ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `/tep/${sha256.slice(0, 12)}/${stem || 'tep'}.${endings[kind]}`;
}

/** The files of a row that are there, in the order of the row. */
export const filesThere = (files: readonly AttachedFile[], all: readonly OwnerFile[]): OwnerFile[] =>
  files.flatMap(({ id }) => all.find((file) => file.id === id) ?? []);
