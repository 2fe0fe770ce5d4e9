import { z } from 'zod';
import { storyKindNames, storyKinds, storySchema, storyStates } from '../schemas/story.ts';
import { awardForms, criteriaGroups, occasions, strands } from '../schemas/taxonomy.ts';

/** Codes of invented units begin so; a record of such a unit is a sample. */
const samplePrefix = 'minh-hoa-';

/** A row of `Điển hình`: cells by the code's field names. */
export interface StoryRow {
  recordId: string;
  cells: Record<string, unknown>;
}

interface Named {
  id: string;
  name: string;
}

/** A display name that staff chose → the id that the code uses. */
const idOf = (list: readonly Named[]) =>
  z.string().transform((name, context) => {
    const found = list.find((item) => item.name === name);
    if (found) return found.id;
    context.addIssue({ code: 'custom', message: `không hiểu “${name}”` });
    return z.NEVER;
  });

const orNull = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

/** What decides whether a record is public; read even when the rest of the row is not fit to show. */
const headSchema = z.object({
  id: storySchema.shape.id,
  state: idOf(storyStates),
  consent: z.boolean().optional().default(false),
  publishFrom: orNull(z.iso.datetime({ offset: true })),
});

const kinds = storyKinds.map((id) => ({ id, name: storyKindNames[id] }));

const fieldsSchema = z
  .object({
    kind: idOf(kinds).pipe(storySchema.shape.kind),
    name: storySchema.shape.name,
    summary: storySchema.shape.summary,
    body: storySchema.shape.body.optional().default(''),
    unitCode: orNull(z.string()),
    unitName: storySchema.shape.unitName,
    criteriaGroup: orNull(idOf(criteriaGroups)),
    strands: z.array(idOf(strands)).default([]),
    clauses: storySchema.shape.clauses.default([]),
    year: storySchema.shape.year,
    occasion: orNull(idOf(occasions)),
    awardForm: orNull(idOf(awardForms)),
    decisionNumber: orNull(z.string()),
    decisionDate: orNull(z.iso.date()),
    decisionBody: orNull(z.string()),
  })
  .refine((story) => story.kind === 'mo-hinh' || story.decisionNumber !== null, {
    path: ['decisionNumber'],
    message: 'điển hình được vinh danh phải có số quyết định',
  });

/** The public part of a record, without what the store adds (id, slug, dates). */
export type StoryFields = z.infer<typeof fieldsSchema>;

/** Whether and from when a record may be shown. */
export type StoryHead = z.infer<typeof headSchema>;

/** A row as read: ready to store, or a state change alone, or not understood. */
export type ReadRow =
  | { kind: 'story'; head: StoryHead; fields: StoryFields; sample: boolean }
  | { kind: 'head'; head: StoryHead }
  | { kind: 'problem'; head: StoryHead | null; problem: string };

const inWords = (error: z.ZodError) =>
  error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');

/** Reads a row. Only a row that is to be public must be complete; drafts may hold anything. */
export function readStoryRow(row: StoryRow): ReadRow {
  const head = headSchema.safeParse(row.cells);
  if (!head.success) return { kind: 'problem', head: null, problem: inWords(head.error) };
  if (head.data.state !== 'cong-bo') return { kind: 'head', head: head.data };
  const fields = fieldsSchema.safeParse(row.cells);
  if (!fields.success) return { kind: 'problem', head: head.data, problem: inWords(fields.error) };
  const sample = fields.data.unitCode?.startsWith(samplePrefix) ?? false;
  return { kind: 'story', head: head.data, fields: fields.data, sample };
}
