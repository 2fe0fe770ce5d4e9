import type { Config } from '@netlify/functions';
import { readBuiltPage } from '../src/platform/http/built-page.ts';
import { readBuiltFile, SearchPages } from '../src/site/search/server/search-pages.ts';

const pages = new SearchPages({ readPage: readBuiltPage, readFile: readBuiltFile });

export default (request: Request) => pages.answer(request);

export const config: Config = {
  path: ['/tim-kiem', '/tim-kiem/', '/dien-hinh', '/dien-hinh/'],
};
