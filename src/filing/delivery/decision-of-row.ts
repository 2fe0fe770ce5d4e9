import { z } from 'zod';
import { saidWords } from '../../vietnamese/said-words.ts';
import type { StaffDecision } from '../submission.ts';
import type { PulledRow } from './pulled-row.ts';

const orNull = z.string().nullable().catch(null);

const decisionSchema = z.object({
  code: z.string().trim().min(1).nullable().catch(null),
  state: orNull,
  // Without a word it is none, so that nobody is told a reason that says nothing.
  guidance: orNull.transform(saidWords),
  reply: orNull,
  asked: z.array(z.string()).catch([]),
  chosen: z.boolean().catch(false),
  release: orNull,
});

const sharedSchema = z.object({
  isPublic: z.boolean().catch(false),
  agreed: z.boolean().catch(false),
  question: orNull,
  answer: orNull,
  clause: orNull,
});

const word = z.string().trim().catch('');
const reviewSchema = z
  .object({ noteAuthor: word, note: word, noteDone: z.boolean().catch(false) })
  .transform(({ noteAuthor: author, note, noteDone: isDone }) => ({ author, note, isDone }));

/** The decision of staff about a row's submission; with what they answer in public, where the table has columns for it. */
export const decisionOf = ({ cells, ...row }: PulledRow): StaffDecision => ({
  ...row,
  ...decisionSchema.parse(cells),
  ...('noteDone' in cells && { review: reviewSchema.parse(cells) }),
  ...(['isPublic', 'question', 'answer'].some((field) => field in cells) && {
    shared: sharedSchema.parse(cells),
  }),
});
