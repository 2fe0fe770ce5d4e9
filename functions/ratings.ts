import type { Config } from '@netlify/functions';
import { readEnv } from '../src/env.ts';
import { openDatabase } from '../src/postgres.ts';
import { postRating } from '../src/ratings/post-rating.ts';
import { countRating } from '../src/ratings/store.ts';

const db = openDatabase(readEnv().DATABASE_URL);

export default (request: Request) => postRating(request, (rating) => countRating(db, rating));

export const config: Config = {
  path: '/api/ratings',
  // Kept by the platform, not by us: we store nothing about the visitor.
  rateLimit: { windowLimit: 30, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};
