import { defineConfig } from 'astro/config';
import config from '../../../astro.config.mjs';

/** Modules that a bare build does without, by the end of their path, each with what stands for it. */
const replaced = {
  '/gallery/search/server/build-index.ts': 'export const buildStoryIndex = () => new Map();',
  '/pages/anh/[image].png.ts':
    'export const getStaticPaths = () => []; export const GET = () => new Response();',
};

const withoutExtras = {
  name: 'without-extras',
  load: (id) => Object.entries(replaced).find(([end]) => id.endsWith(end))?.[1],
};

/** The site's own pages as Astro alone builds them: without search, images, days of change, and cached pages. */
export default defineConfig({
  ...config,
  experimental: {},
  integrations: config.integrations?.filter((each) => each?.name === '@astrojs/mdx') ?? [],
  vite: { ...config.vite, plugins: [withoutExtras] },
});
