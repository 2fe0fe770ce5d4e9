import { z } from 'zod';
import { criteriaGroups } from '../../vocabulary/taxonomy.ts';

/** The topics of answers, in the order of the page `/hoi-dap/`. The id is also the topic's anchor. */
export const answerTopics = [
  { id: 'phong-trao', name: 'Phong trào' },
  { id: 'khen-thuong', name: 'Khen thưởng' },
  { id: 'viec-va-han', name: 'Việc và hạn của đơn vị' },
  { id: 'gui-phieu', name: 'Đề cử, gửi phiếu' },
  { id: 'sau-khi-gui', name: 'Sau khi gửi' },
  { id: 'bao-chi-du-lieu', name: 'Báo chí, dữ liệu' },
] as const;

const text = z.string().min(1);
/** An address of this site; it may end with an anchor. */
const path = z.string().regex(/^\/[^\s]*$/);

/**
 * Front matter of `content/answers/*.mdx`: one question that people ask. The body is the answer, two sentences. The file's name
 * is the answer's id and anchor: `/hoi-dap/#han-nop-bao-cao`.
 */
export const answerSchema = z.strictObject({
  question: text.regex(/\?$/, 'A question ends with a question mark.'),
  /** Other wordings that people type, for the search. No two answers share one. */
  alsoAsked: z.array(text).min(1),
  topic: z.enum(answerTopics.map(({ id }) => id)),
  /** Place within the topic, lowest first. */
  order: z.number().int().positive(),
  /** The criteria groups whose pages show the answer, too. */
  groups: z.array(z.enum(criteriaGroups.map(({ id }) => id))).default([]),
  /** Where the reader does, or reads, what the answer speaks of. */
  door: z.strictObject({ href: path, label: text }),
  /** What the answer rests on: clauses of the plan, and texts or pages by name. */
  source: z
    .array(z.union([z.strictObject({ clause: text }), z.strictObject({ name: text, href: path })]))
    .min(1),
});

/** One question with its answer's facts. */
export type AnswerFacts = z.infer<typeof answerSchema>;
