import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { pageSchema } from './site/page-schema.ts';
import { planPartSchema } from './plan/schema.ts';

export const collections = {
  plan: defineCollection({
    loader: glob({ base: './content/plan', pattern: '*.mdx' }),
    schema: planPartSchema,
  }),
  pages: defineCollection({
    loader: glob({ base: './content/pages', pattern: '*.mdx' }),
    schema: pageSchema,
  }),
};
