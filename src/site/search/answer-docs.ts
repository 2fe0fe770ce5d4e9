import type { AnswerFacts } from '../../plan/answers/answer-schema.ts';
import { type SearchDoc, searchDoc } from '../../search/doc.ts';

/** An answered question as its collection holds it: the id is its anchor on `/hoi-dap/`, the body its two sentences. */
export interface AnswerEntry {
  id: string;
  data: AnswerFacts;
  body?: string | undefined;
}

/** Each answered question, at its place on `/hoi-dap/`. */
export const answerDocs = (answers: readonly AnswerEntry[]): SearchDoc[] =>
  answers.map(({ id, data: { question, alsoAsked, door }, body = '' }) =>
    searchDoc({
      kind: 'hoi-dap',
      href: `/hoi-dap/#${id}`,
      title: question,
      summary: body
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/[*_]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
      names: alsoAsked,
      door,
    }),
  );
