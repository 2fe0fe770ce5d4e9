import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';

/** The typesetter refused a document. Its message says where; `cause` is the typesetter's own error. */
export class TypesetError extends Error {
  override readonly name = 'TypesetError';
}

// The site's faces are files of packages. They are resolved from the project's folder, because the build bundles this module.
const require = createRequire(`${process.cwd()}/package.json`);
const faces = [
  require.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
  require.resolve('@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'),
  require.resolve('@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf'),
  require.resolve('@expo-google-fonts/source-serif-4/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf'),
  require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  require.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
  resolve('src/platform/fonts/DejaVuSans.ttf'),
];

/**
 * A typesetter for one template. Making one costs about a second, setting a page a few milliseconds: keep it for many.
 * @param template path of the Typst file from the project's folder, in which the command must run
 */
export function typesetter(template: string) {
  const compiler = NodeCompiler.create({
    workspace: dirname(template),
    fontArgs: [{ fontPaths: faces.map((face) => dirname(face)) }],
  });
  /**
   * The PDF of these inputs: tagged, with bookmarks, by the standard PDF/UA-1. Throws `TypesetError` when a letter has no glyph in
   * the fonts, or the text cannot be set.
   */
  return (inputs: Readonly<Record<string, string>>): Uint8Array => {
    const result = compiler.compile({ mainFilePath: template, inputs });
    if (!result.result) {
      const fault = result.takeError();
      const why = fault ? JSON.stringify(compiler.fetchDiagnostics(fault)) : 'no diagnostics';
      throw new TypesetError(`${template} cannot be set: ${why}`);
    }
    try {
      return compiler.pdf(result.result, { pdfStandard: PdfStandard.UA_1 });
    } catch (cause) {
      throw new TypesetError(
        `The PDF of ${template} is not accessible, or a letter has no glyph: see the cause.`,
        {
          cause,
        },
      );
    }
  };
}
