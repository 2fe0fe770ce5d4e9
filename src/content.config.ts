import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { planPartSchema } from './schemas/plan.ts';

export const collections = {
  plan: defineCollection({
    loader: glob({ base: './content/plan', pattern: '*.mdx' }),
    schema: planPartSchema,
  }),
};
