import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { officialDate } from '../../vietnamese/official-date.ts';
import type { Clause } from '../clauses.ts';
import type { PlanDocument } from '../schema.ts';

/** The site's own line at the foot of every page. All other text of the PDF is the plan's. */
export const footNote = 'Bản trình bày lại từ văn bản gốc; bản ký, đóng dấu là bản chính thức';

/** The typesetter refused the plan. Its message says where; `cause` is the typesetter's own error. */
export class PlanPdfError extends Error {
  override readonly name = 'PlanPdfError';
}

const template = 'src/plan/pdf/plan.typ';

// The faces are files of packages. They are resolved from the project's folder, because the build bundles this module.
const require = createRequire(`${process.cwd()}/package.json`);
const faces = [
  require.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
  require.resolve('@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'),
  require.resolve('@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf'),
  require.resolve('@expo-google-fonts/source-serif-4/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf'),
  require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
];

/**
 * Typesets the plan as an A4 PDF: tagged, with bookmarks, by the standard PDF/UA-1. Must run in the project's folder.
 * Throws `PlanPdfError` when a letter has no glyph in the fonts, or the text cannot be set.
 */
export function planPdf(document: PlanDocument, clauses: readonly Clause[]): Uint8Array {
  const compiler = NodeCompiler.create({
    workspace: 'src/plan/pdf',
    fontArgs: [{ fontPaths: faces.map((face) => dirname(face)) }],
  });
  const result = compiler.compile({ mainFilePath: template, inputs: { plan: inputOf(document, clauses) } });
  if (!result.result) {
    const fault = result.takeError();
    const why = fault ? JSON.stringify(compiler.fetchDiagnostics(fault)) : 'no diagnostics';
    throw new PlanPdfError(`The plan cannot be set by ${template}: ${why}`);
  }
  try {
    return compiler.pdf(result.result, { pdfStandard: PdfStandard.UA_1 });
  } catch (cause) {
    throw new PlanPdfError('The PDF is not accessible, or a letter has no glyph: see the cause.', { cause });
  }
}

function inputOf(document: PlanDocument, clauses: readonly Clause[]): string {
  const { kind, number, place, date, subject, issuingBody, signature, recipients, drafterMark } = document;
  return JSON.stringify({
    title: `Kế hoạch ${number}: ${subject}`,
    description: `${place}, ${officialDate(date)}. ${footNote}.`,
    author: issuingBody,
    note: footNote,
    kind,
    number,
    'place-and-date': `${place}, ${officialDate(date)}`,
    subject,
    clauses,
    recipients,
    'drafter-mark': drafterMark,
    signature: signature.lines,
    signer: signature.name,
  });
}
