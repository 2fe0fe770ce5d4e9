import { z } from 'zod';
import notesJson from '../../../content/plan/data/group-notes.json' with { type: 'json' };
import { type CriteriaGroup, criteriaGroups } from '../../vocabulary/taxonomy.ts';

const text = z.string().min(1);

const showSchema = z.strictObject({ point: text, detail: text });

const doubtSchema = z.strictObject({
  /** Anchor of the answer: `#thay-ho-so`. */
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  question: text,
  answer: text,
  /** The article or clause that the answer rests on. */
  source: text,
  /** Id of that clause where the source is the plan. */
  clause: z.string().optional(),
});

const notesSchema = z.strictObject({
  /** Which law the answers follow, and what was not checked. */
  law: text,
  shows: z.array(showSchema.readonly()).readonly(),
  doubts: z.array(doubtSchema.readonly()).readonly(),
  groups: z.array(
    z.strictObject({
      id: z.enum(criteriaGroups.map(({ id }) => id)),
      shows: z.array(showSchema.readonly()).readonly(),
      doubts: z.array(doubtSchema.readonly()).readonly(),
    }),
  ),
});

/** What a good nomination shows: the site's own advice. */
export type Show = Readonly<z.infer<typeof showSchema>>;
/** A common doubt with its answer and the article it rests on. */
export type Doubt = Readonly<z.infer<typeof doubtSchema>>;

const notes = notesSchema.parse(notesJson);

/** Which law the answers follow, and what was not checked; for the reader. */
export const lawNote = notes.law;

/** The site's own notes for one group: first notes of this group only, then notes for all groups. */
export function notesOf(group: CriteriaGroup['id']): { shows: Show[]; doubts: Doubt[] } {
  const own = notes.groups.filter(({ id }) => id === group);
  return {
    shows: [...notes.shows, ...own.flatMap(({ shows }) => shows)],
    doubts: [...own.flatMap(({ doubts }) => doubts), ...notes.doubts],
  };
}
