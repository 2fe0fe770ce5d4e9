import type { AnswerFacts } from '../../plan/answers/answer-schema.ts';
import { clausePlace } from '../../plan/components/short-mark.ts';
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

/** Each question of a unit that is answered in public, at its place on `/hoi-dap/`. */
export const askedDocs = (
  asked: readonly { id: string; question: string; answer: string; clause: string | null }[],
): SearchDoc[] =>
  asked.map(({ id, question, answer, clause }) =>
    searchDoc({
      kind: 'hoi-dap',
      href: `/hoi-dap/#${id}`,
      title: question,
      summary: answer.replace(/\s+/g, ' ').trim(),
      door: clause === null ? null : { href: `/ke-hoach/${clause}/`, label: clausePlace(clause) },
    }),
  );
