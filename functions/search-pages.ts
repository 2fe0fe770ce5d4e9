import type { Config } from '@netlify/functions';
import { readEnv } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { builtFiles, SearchPages } from '../src/site/search/server/search-pages.ts';

const { SITE_FOLDER } = readEnv();
const pages = new SearchPages({
  readPage: builtPageReader(SITE_FOLDER),
  ...builtFiles(SITE_FOLDER),
});

export default catchFaults('search-pages', (request: Request) => pages.answer(request));

export const config: Config = {
  path: ['/tim-kiem', '/tim-kiem/', '/dien-hinh', '/dien-hinh/'],
};
