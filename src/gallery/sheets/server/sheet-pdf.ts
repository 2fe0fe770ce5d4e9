import { typesetter } from '../../../platform/typeset/typeset.ts';
import type { sheetOf } from '../sheet.ts';

/** Sizes of the paper of a sheet. */
export const papers = ['a4', 'a3'] as const;

/** Sets sheets one after the other. Each throws `TypesetError` when a letter of it has no glyph. */
export function sheetTypesetter(paper: (typeof papers)[number]) {
  const set = typesetter('src/gallery/sheets/server/sheet.typ');
  return (sheet: ReturnType<typeof sheetOf>): Uint8Array => set({ sheet: JSON.stringify(sheet), paper });
}
