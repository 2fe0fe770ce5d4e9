import { z } from 'zod';
import { termsOf } from '../stories/story-terms.ts';
import type { Story } from '../story.ts';

/** The beginning of every signed honour. */
export const honourProof = 'thi-dua-dong-nai/vinh-danh';

const text = z.string().min(1);

/** States that the site published an honour: who was honoured, for what, by which decision. */
const honourStatementSchema = z.strictObject({
  v: z.literal(1),
  /** Tells it from the statements of receipts, which the same key signs. */
  type: z.literal(honourProof),
  /** `VD-0001`, or `MH-0001` for a model that a decision names. */
  id: text,
  name: text,
  unit: text,
  /** Names of the award form and of the occasion. */
  award: text.nullable(),
  occasion: text.nullable(),
  decisionNumber: text,
  /** `YYYY-MM-DD`. */
  decisionDate: text.nullable(),
  decisionBody: text.nullable(),
  /** An instant, ISO 8601 in UTC. */
  publishedAt: text,
  /** Its permanent short address. */
  address: z.url(),
  sample: z.boolean(),
});

export type HonourStatement = z.infer<typeof honourStatementSchema>;

/** A signed honour as a file. */
export const signedHonourSchema = z.strictObject({
  id: text,
  proof: z.literal(honourProof),
  statement: honourStatementSchema,
  /** A compact JWS (RFC 7515) whose payload is `statement` as JSON, alg EdDSA; null where the service has no key. */
  signature: text.nullable(),
});

export type SignedHonour = z.infer<typeof signedHonourSchema>;

/** A public key that checks signatures, by its name. */
export const verifyingKeySchema = z.object({ id: text, kid: text, x: text });

/** The statement about a published story; null where no decision honours it. */
export function honourStatement(story: Story, origin: string): HonourStatement | null {
  const { id, name, unitName: unit, decisionNumber, decisionDate, decisionBody, publishedAt, sample } = story;
  if (decisionNumber === null) return null;
  const { awardForm, occasion } = termsOf(story);
  return {
    v: 1,
    type: honourProof,
    id,
    name,
    unit,
    award: awardForm?.name ?? null,
    occasion: occasion?.name ?? null,
    decisionNumber,
    decisionDate,
    decisionBody,
    publishedAt,
    address: new URL(`/d/${id}`, origin).href,
    sample,
  };
}

/** Address of a signed honour. */
export const honourPath = (id: string): string => `/api/v1/vinh-danh/${id}.json`;

/** A published story as the page that verifies finds it. */
export const honourEntrySchema = z.object({
  id: text,
  name: text,
  unit: text,
  // The page may be of an older build than the code, and lack these.
  slug: z.string().default(''),
  decisionNumber: text.nullable().default(null),
  decisionDate: text.nullable().default(null),
  decisionBody: text.nullable().default(null),
});

export type HonourEntry = z.infer<typeof honourEntrySchema>;

/** An entry for the page that verifies. */
export const honourEntry = (story: Story): HonourEntry => {
  const { id, slug, name, unitName: unit, decisionNumber, decisionDate, decisionBody } = story;
  return { id, slug, name, unit, decisionNumber, decisionDate, decisionBody };
};
