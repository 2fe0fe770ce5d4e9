import { typesetter } from '../../../platform/typeset/typeset.ts';

/** The poster as a PDF of A2, in vectors. Throws `TypesetError` when a letter of it has no glyph. */
export const posterPdf = (svg: string): Uint8Array =>
  typesetter('src/gallery/cloth/server/poster.typ')({
    svg,
    title: 'Tấm vải của phong trào: mỗi hình thoi là một điển hình đã công bố',
  });
