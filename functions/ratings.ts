import type { Config, Context } from '@netlify/functions';
import { readDatabaseEnv } from '../src/platform/env.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';
import { postRating } from '../src/site/rating/post-rating.ts';
import { mayRate } from '../src/site/rating/server/rating-limit.ts';
import { countRating } from '../src/site/rating/store.ts';

export default catchFaults('ratings', (request: Request, { ip }: Context) => {
  const db = databaseAt(readDatabaseEnv());
  return postRating(request, {
    count: (rating) => countRating(db, rating),
    withinLimit: () => mayRate(db, ip),
  });
});

export const config: Config = {
  path: '/api/ratings',
  // The platform stops a burst before it reaches this function, and so does each process of a server of one's own.
  rateLimit: { windowLimit: 30, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};
