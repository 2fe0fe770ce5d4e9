import { z } from 'zod';
import { storyKinds } from '../story.ts';

/** Whom the statistics of a year count a person or a collective as: the words of the column, see `statistics`. */
const text = z.string().nullable();

/** A line of the list of a decision, as read. */
export const awardLineSchema = z.object({
  /** Place in the list, from 1. */
  place: z.number().int(),
  /** Where it stands, in words: “Trang tính “Cá nhân”, dòng 14”. */
  where: z.string(),
  /** Name, unit and how often both came before: what stays when the list is read again. */
  key: z.string(),
  name: z.string(),
  /** Null where the list does not say: staff must. */
  kind: z.enum(storyKinds).nullable(),
  position: text,
  unitName: text,
  unitCode: text,
  /** Id of an award form; null where the list does not say. */
  award: text,
  motivation: text,
  sex: z.enum(['nam', 'nu']).nullable(),
  /** The column `Thống kê: đối tượng`, as written. */
  role: text,
  /** The receipt code that the list gives. */
  code: text,
  /** What staff should look at, in words. */
  doubts: z.array(z.string()),
});

/** See `awardLineSchema`. */
export type AwardLine = z.infer<typeof awardLineSchema>;
