import { z } from 'zod';
import { type Photo, storyKindNames, storyKinds, storySchema, storyStates } from '../story.ts';
import { awardForms, criteriaGroups, occasions, strands } from '../../vocabulary/taxonomy.ts';
import { readLines, readCorrection, readIndicator } from './lines.ts';
import { readPhoto } from './photo.ts';
import { unreadableIn } from './unreadable.ts';

/** Prefix of the codes of invented units. A record of such a unit is a sample. */
export const samplePrefix = 'minh-hoa-';

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

const instant = z.iso.datetime({ offset: true });

/**
 * The cells that decide whether a record is public. Each cell is read on its own, so that a withdrawn consent or a changed
 * state takes effect even where the row has mistakes. Undefined: the cell is unreadable, and the old value stays.
 */
export interface Visibility {
  /** Id of a state; an empty cell is a draft. */
  state: string | undefined;
  consent: boolean;
  /** Earliest time at which the record may be shown; null for at once. */
  publishFrom: string | null | undefined;
  /** The page shows this reason in place of a withdrawn story; null where there is no readable reason. */
  withdrawnReason: string | null;
}

function readVisibility(cells: StoryRow['cells']): Visibility {
  const { state, consent, publishFrom, withdrawnReason } = cells;
  const reason = orNull(z.string().trim().min(1)).safeParse(withdrawnReason).data ?? null;
  return {
    state: state === undefined ? 'nhap' : storyStates.find(({ name }) => name === state)?.id,
    consent: consent === true,
    publishFrom: orNull(instant).safeParse(publishFrom).data,
    withdrawnReason: unreadableIn({ reason }) ? null : reason,
  };
}

const kinds = storyKinds.map((id) => ({ id, name: storyKindNames[id] }));

const fieldsSchema = z
  .object({
    id: storySchema.shape.id,
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
    motivation: orNull(storySchema.shape.motivation),
    indicators: readLines(readIndicator),
    contact: orNull(storySchema.shape.contact),
    corrections: readLines(readCorrection),
    /** The last part of the address, where staff want another one than the name gives. */
    wishedSlug: orNull(storySchema.shape.slug),
  })
  .refine((story) => story.kind === 'mo-hinh' || story.decisionNumber !== null, {
    path: ['decisionNumber'],
    message: 'điển hình được vinh danh phải có số quyết định',
  });

/** The public part of a record, without what the store adds (slug, dates). */
export type StoryFields = z.infer<typeof fieldsSchema> & { photo: Photo | null };

/** A row after reading: its visibility, and its fields or the problem with them. */
export interface ReadRow {
  visibility: Visibility;
  /** Null for a draft, which may hold anything, and for a row with mistakes. */
  fields: StoryFields | null;
  /** Address of the row's picture; works for two hours. */
  photoUrl: string | null;
  sample: boolean;
  /** In words for staff. A story that is shown without its picture has a problem, too. */
  problem: string | null;
}

const inWords = (error: z.ZodError) =>
  error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');

/** Reads a row. Only a row that will be public must be complete. */
export function readStoryRow(row: StoryRow): ReadRow {
  const visibility = readVisibility(row.cells);
  const read: ReadRow = { visibility, fields: null, photoUrl: null, sample: false, problem: null };
  if (visibility.state === undefined)
    return { ...read, problem: `không hiểu trạng thái “${String(row.cells.state)}”` };
  const { withdrawnReason } = row.cells;
  if (visibility.state === 'go-bo') return { ...read, problem: unreadableIn({ withdrawnReason }) };
  if (visibility.state !== 'cong-bo') return read;
  const fields = fieldsSchema.safeParse(row.cells);
  if (!fields.success) return { ...read, problem: inWords(fields.error) };
  const unreadable = unreadableIn(fields.data);
  if (unreadable) return { ...read, problem: unreadable };
  if (visibility.publishFrom === undefined) return { ...read, problem: 'không đọc được “Công bố từ”' };
  const { photo, url: photoUrl, problem } = readPhoto(row.cells);
  const sample = fields.data.unitCode?.startsWith(samplePrefix) ?? false;
  return { visibility, fields: { ...fields.data, photo }, photoUrl, sample, problem };
}
