import { join } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { scriptFiles } from './src/build/script-files.ts';
import { siteBuild } from './src/build/site-build.ts';
import { buildForFloor, styleTarget } from './src/platform/browser-floor.ts';
import { readDatabaseEnv, readEnv } from './src/platform/env.ts';
import { openDatabase } from './src/platform/postgres.ts';

const env = readEnv();

export default defineConfig({
  site: env.siteUrl,
  trailingSlash: 'always',
  integrations: [mdx(), siteBuild({ ...env, openStore: () => openDatabase(readDatabaseEnv().url) })],
  // Pages and images of the last build are taken from there while their `cacheKey` is the same.
  cacheDir: join(env.BUILD_CACHE, 'astro'),
  experimental: { incrementalBuild: true },
  // The plan is printed word for word: straight quotes stay straight.
  markdown: { processor: satteri({ features: { smartPunctuation: false } }) },
  // Styles come with the page, in one round trip; src/build/security/page-policy.ts allows them by their hashes.
  build: { inlineStylesheets: 'always', concurrency: 8 },
  vite: {
    build: { assetsInlineLimit: 0, cssTarget: styleTarget },
    environments: { client: { build: { rolldownOptions: { output: scriptFiles } } } },
    plugins: [buildForFloor],
  },
});
