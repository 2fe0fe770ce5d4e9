import { z } from 'zod';
import notesJson from '../../../content/plan/data/group-notes.json' with { type: 'json' };
import { type CriteriaGroup, criteriaGroups } from '../../vocabulary/taxonomy.ts';

const text = z.string().min(1);

const showSchema = z.strictObject({ point: text, detail: text });

const notesSchema = z.strictObject({
  /** Which law the answers follow, and what was not checked. */
  law: text,
  shows: z.array(showSchema.readonly()).readonly(),
  groups: z.array(
    z.strictObject({
      id: z.enum(criteriaGroups.map(({ id }) => id)),
      shows: z.array(showSchema.readonly()).readonly(),
    }),
  ),
});

/** What a good nomination shows: the site's own advice. */
export type Show = Readonly<z.infer<typeof showSchema>>;

const notes = notesSchema.parse(notesJson);

/** Which law the answers follow, and what was not checked; for the reader. */
export const lawNote = notes.law;

/** What a good nomination of one group shows: first the notes for all groups, then those of this group. */
export function showsOf(group: CriteriaGroup['id']): Show[] {
  const own = notes.groups.filter(({ id }) => id === group);
  return [...notes.shows, ...own.flatMap(({ shows }) => shows)];
}
