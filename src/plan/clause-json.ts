import { clauseName } from './clause-names.ts';
import { shortMark } from './components/short-mark.ts';
import { clauseCitation, type FoundClause } from './outline.ts';
import type { PlanDocument } from './schema.ts';
import { planChanges } from './versions/changes.ts';

const clausePath = (id: string): string => `/ke-hoach/${id}/`;

/** Path of a clause as JSON. */
export const clauseJsonPath = (id: string): string => `/api/v1/ke-hoach/${id}.json`;

/** Path of the plan, with the text of all its clauses, as JSON. */
export const planJsonPath = '/api/v1/ke-hoach.json';

/** Path of the plan as PDF. */
export const planPdfPath = '/ke-hoach/ke-hoach-113-kh-ubnd.pdf';

/**
 * A clause as public data (a contract: keys are added, never renamed). `name` is in the site's words, `paragraphs` is the text word for word,
 * `parent` an id or null, `address` the full address of its page.
 */
export function clauseJson({ clause, ancestors }: FoundClause, siteUrl: URL) {
  const { id, marker, title, paragraphs, children } = clause;
  return {
    id,
    label: shortMark(id),
    name: clauseName(id),
    citation: clauseCitation(clause),
    marker,
    title,
    paragraphs,
    parent: ancestors.at(-1)?.id ?? null,
    children: children.map((child) => child.id),
    address: new URL(clausePath(id), siteUrl).href,
  };
}

/** The plan's own facts as public data. */
export function planFacts(document: PlanDocument, siteUrl: URL) {
  const { kind, number, place, date, subject, issuingBody, signature, recipients } = document;
  return {
    kind,
    number,
    place,
    date,
    subject,
    issuingBody,
    signer: signature.name,
    signedAs: signature.lines,
    recipients,
    pdf: new URL(planPdfPath, siteUrl).href,
    /** The documents that made and amended it, latest first. */
    changes: planChanges,
  };
}
