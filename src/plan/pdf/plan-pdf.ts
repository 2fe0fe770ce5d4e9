import { typesetter } from '../../platform/typeset/typeset.ts';
import { officialDate } from '../../vietnamese/official-date.ts';
import type { Clause } from '../clauses.ts';
import type { PlanDocument } from '../schema.ts';

/** The site's own line at the foot of every page. All other text of the PDF is the plan's. */
export const footNote = 'Bản trình bày lại từ văn bản gốc; bản ký, đóng dấu là bản chính thức';

const template = 'src/plan/pdf/plan.typ';

/**
 * Typesets the plan as an A4 PDF: tagged, with bookmarks, by the standard PDF/UA-1. Must run in the project's folder.
 * Throws `TypesetError` when a letter has no glyph in the fonts, or the text cannot be set.
 */
export const planPdf = (document: PlanDocument, clauses: readonly Clause[]): Uint8Array =>
  typesetter(template)({ plan: inputOf(document, clauses) });

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
