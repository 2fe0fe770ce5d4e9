import { z } from 'zod';
import changesFile from '../../../content/plan/changes.json' with { type: 'json' };

const text = z.string().min(1);

/** The documents that made and amended the plan: content/plan/changes.json. */
export const changesSchema = z.strictObject({
  source: text,
  changes: z
    .array(
      z.strictObject({
        /** Day of signing. */
        day: z.iso.date(),
        /** The document that changed the plan, as one cites it. */
        document: text,
        what: text,
        /** The clauses that it changed, each with its words before; null where it was new. */
        clauses: z.array(z.strictObject({ id: text, before: text.nullable() })),
      }),
    )
    .min(1),
});

/** A change of the plan. */
export type PlanChange = z.infer<typeof changesSchema>['changes'][number];

/** The changes of the plan, latest first; the last is its issue. */
export const planChanges: readonly PlanChange[] = changesSchema
  .parse(changesFile)
  .changes.toSorted((a, b) => b.day.localeCompare(a.day));

/** What was changed in a clause, latest first, with its words before each change. */
export const changesOfClause = (changes: readonly PlanChange[], id: string) =>
  changes.flatMap(({ clauses, ...change }) => {
    const own = clauses.find((clause) => clause.id === id);
    return own ? [{ ...change, before: own.before }] : [];
  });

/** Address of the feed of changes of the plan. */
export const planFeedPath = '/rss/ke-hoach.xml';

/** The scan of the signed document, which only the owner has. */
export const signedScanSlot = '[điền: địa chỉ bản ký số của Kế hoạch]';
