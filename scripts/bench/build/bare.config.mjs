import { defineConfig } from 'astro/config';
import config from '../../../astro.config.mjs';

const withoutIndex = {
  name: 'without-index',
  load: (id) =>
    id.endsWith('/search/stories/build-index.ts')
      ? 'export const buildStoryIndex = () => new Map();'
      : undefined,
};

/** The site's own pages as Astro alone builds them: without search, images, days of change, and kept pages. */
export default defineConfig({
  ...config,
  integrations: config.integrations?.filter((each) => each?.name === '@astrojs/mdx') ?? [],
  vite: { ...config.vite, plugins: [withoutIndex] },
});
