import { z } from 'zod';
import documentJson from '../../content/plan/document.json' with { type: 'json' };

const correction = {
  /** The words as the source text has them, line breaks included; they occur there exactly once. */
  source: z.string().min(1),
  /** The words as the site prints them. */
  printed: z.string().min(1),
  /** Why, in Vietnamese, for the reader of the plan page. */
  reason: z.string().min(1),
};

/** One typographic repair inside a clause: page breaks and scanning errors only, never a change of words. */
const clauseRepairSchema = z.strictObject({ clause: z.string().min(1), ...correction });

/** Front matter of `content/plan/*.mdx`: `order` is the reading order, from 0. */
export const planPartSchema = z.strictObject({
  order: z.number().int().nonnegative(),
  repairs: z.array(clauseRepairSchema),
});

const planDocumentSchema = z.strictObject({
  /** Kind of document in capitals, as printed. */
  kind: z.string().min(1),
  /** Number and symbol, `113/KH-UBND`. */
  number: z.string().min(1),
  /** Place of issue. */
  place: z.string().min(1),
  /** `YYYY-MM-DD`. */
  date: z.iso.date(),
  /** The day when the site's text was last compared with the source, `YYYY-MM-DD`. */
  updated: z.iso.date(),
  /** The title line under the kind. */
  subject: z.string().min(1),
  issuingBody: z.string().min(1),
  /** The printed lines above the name, the name, and what the lines say: the office of the signer and whose place it takes. */
  signature: z.strictObject({
    lines: z.array(z.string().min(1)),
    name: z.string().min(1),
    office: z.string().min(1),
    onBehalfOf: z.string().min(1),
  }),
  /** “Nơi nhận”, one printed line each with its punctuation, without the dash. */
  recipients: z.array(z.string().min(1)),
  /** The drafter's mark under the recipients. */
  drafterMark: z.string().min(1),
  /** Repairs of the parts of the document outside its clauses. */
  repairs: z.array(z.strictObject({ part: z.enum(['header', 'signature']), ...correction })),
});

/** A repair inside a clause. */
export type ClauseRepair = z.infer<typeof clauseRepairSchema>;

/** Facts of the document outside its clauses. */
export type PlanDocument = z.infer<typeof planDocumentSchema>;

/** Kế hoạch 113/KH-UBND as a document: number, date, subject, signature, recipients. Throws `ZodError` at import. */
export const planDocument: PlanDocument = planDocumentSchema.parse(documentJson);
