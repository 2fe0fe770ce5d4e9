import { z } from 'zod';
import { type SearchDoc, searchDoc } from '../../search/doc.ts';

const answerSchema = z.object({
  question: z.string().min(1),
  /** Other wordings of the question. */
  alsoAsked: z.array(z.string()).default([]),
  door: z.object({ href: z.string(), label: z.string() }).nullable().default(null),
});

/** A file of `content/answers/`: its front matter as parsed, and its two sentences. */
export interface AnswerFile {
  /** Name of the file without ending: the anchor on `/hoi-dap/`. */
  name: string;
  frontmatter: unknown;
  body: string;
}

/** Each answered question, at its place on `/hoi-dap/`. */
export const answerDocs = (files: readonly AnswerFile[]): SearchDoc[] =>
  files.map(({ name, frontmatter, body }) => {
    const { question, alsoAsked, door } = answerSchema.parse(frontmatter);
    const summary = body
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[*_]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    return searchDoc({
      kind: 'hoi-dap',
      href: `/hoi-dap/#${name}`,
      title: question,
      summary,
      names: alsoAsked,
      door,
    });
  });
