import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { buildForFloor, styleTarget } from './src/browser-floor.ts';
import { readEnv } from './src/env.ts';
import { datedPages } from './src/page-record/integration.ts';
import { keptPages } from './src/kept-pages/integration.ts';
import { securityHeadersFile } from './src/http/headers-file.ts';
import { vietnameseSearch } from './src/search/integration.ts';
import { redirectsFile } from './src/page-record/redirects-file.ts';
import { socialImages } from './src/social/integration.ts';
import { recordBuild } from './src/sync/record-build.ts';

const env = readEnv();

export default defineConfig({
  site: env.siteUrl,
  trailingSlash: 'always',
  integrations: [
    mdx(),
    datedPages(env),
    vietnameseSearch(env.BUILD_CACHE),
    socialImages(env.BUILD_CACHE),
    securityHeadersFile(),
    redirectsFile(env.DATABASE_URL),
    recordBuild(env.DATABASE_URL),
    keptPages(env),
  ],
  // The plan is printed word for word: straight quotes stay straight.
  markdown: { processor: satteri({ features: { smartPunctuation: false } }) },
  // Styles come with the page, in one round trip; src/middleware.ts allows them by their hashes.
  build: { inlineStylesheets: 'always', concurrency: 8 },
  vite: { build: { assetsInlineLimit: 0, cssTarget: styleTarget }, plugins: [buildForFloor] },
});
