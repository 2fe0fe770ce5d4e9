import { z } from 'zod';
import documentJson from '../../../content/en/document.json' with { type: 'json' };
import glossaryJson from '../../../content/en/glossary.json' with { type: 'json' };
import namesJson from '../../../content/en/names.json' with { type: 'json' };
import planJson from '../../../content/en/plan.json' with { type: 'json' };
import { awardForms, criteriaGroups, strands } from '../../vocabulary/taxonomy.ts';

// The unofficial English translation. Words between asterisks are Vietnamese.
// Data that does not fit its schema throws `ZodError` at import, so no build starts.

const text = z.string().min(1);

const clauseTranslationSchema = z.strictObject({
  /** The heading; absent where the plan prints none. */
  title: text.optional(),
  /** One for each paragraph of the clause, in order. */
  paragraphs: z.array(text).readonly(),
});

const documentTranslationSchema = z.strictObject({
  kind: text,
  /** Date of signing, in words. */
  date: text,
  subject: text,
  issuingBody: text,
  /** The printed lines above the signer's name. */
  signature: z.array(text).readonly(),
  /** “Nơi nhận”, one printed line each. */
  recipients: z.array(text).readonly(),
});

const glossaryEntrySchema = z.strictObject({
  vi: text,
  en: text,
  /** Background that an English reader lacks. */
  note: text.nullable(),
});

const namesSchema = z.strictObject({
  awardForms: z.record(
    z.enum(awardForms.map(({ id }) => id)),
    z.strictObject({ name: text, decidedBy: text }),
  ),
  strands: z.record(z.enum(strands.map(({ id }) => id)), text),
  criteriaGroups: z.record(z.enum(criteriaGroups.map(({ id }) => id)), text),
});

/** The English of one clause, beside its Vietnamese. */
export type ClauseTranslation = Readonly<z.infer<typeof clauseTranslationSchema>>;

/** The plan has a clause that nobody has translated yet, so the English page would leave it out. */
export class MissingTranslationError extends Error {
  constructor(clause: string) {
    super(`Clause “${clause}” has no translation. Add it to content/en/plan.json.`);
    this.name = 'MissingTranslationError';
  }
}

/** Every translated clause by the clause's id. */
export const clauseTranslations: Readonly<Record<string, ClauseTranslation>> = z
  .record(text, clauseTranslationSchema)
  .parse(planJson);

/** The English of one clause. Throws `MissingTranslationError` for an id without one. */
export function clauseTranslation(id: string): ClauseTranslation {
  const found = clauseTranslations[id];
  if (!found) throw new MissingTranslationError(id);
  return found;
}

/** The English of the document outside its clauses: heading, signature, recipients. */
export const documentTranslation = documentTranslationSchema.parse(documentJson);

/** The words that are translated the same everywhere, in Vietnamese alphabetical order. */
export const glossary = z.array(glossaryEntrySchema.readonly()).min(1).parse(glossaryJson);

/** Short English names of the site's closed lists, by the id of `taxonomy.ts`. */
export const englishNames = namesSchema.parse(namesJson);
