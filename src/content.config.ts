import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { answerSchema } from './plan/answers/answer-schema.ts';
import { planPartSchema } from './plan/schema.ts';
import { pageSchema } from './site/page-schema.ts';

export const collections = {
  plan: defineCollection({
    loader: glob({ base: './content/plan', pattern: '*.mdx' }),
    schema: planPartSchema,
  }),
  answers: defineCollection({
    loader: glob({ base: './content/answers', pattern: '*.mdx' }),
    schema: answerSchema,
  }),
  pages: defineCollection({
    loader: glob({ base: './content/pages', pattern: '*.mdx' }),
    schema: pageSchema,
  }),
};
