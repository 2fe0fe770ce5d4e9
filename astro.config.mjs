import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { buildForFloor, styleTarget } from './src/platform/browser-floor.ts';
import { readEnv } from './src/platform/env.ts';
import { datedPages } from './src/build/page-history/integration.ts';
import { keptPages } from './src/build/page-cache/integration.ts';
import { securityHeadersFile } from './src/build/security/headers-file.ts';
import { vietnameseSearch } from './src/build/search-index/integration.ts';
import { redirectsFile } from './src/build/page-history/redirects-file.ts';
import { socialImages } from './src/build/social-images/integration.ts';
import { recordBuild } from './src/back-office/sync/record-build.ts';

const env = readEnv();

export default defineConfig({
  site: env.siteUrl,
  trailingSlash: 'always',
  integrations: [
    mdx(),
    datedPages(env),
    vietnameseSearch(),
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
