import type { APIRoute } from 'astro';
import { withCacheKeys } from '../../../../build/page-cache/with-cache-keys.ts';
import type { SignedHonour } from '../../../../gallery/honours/statement.ts';
import { readLiveCollection } from '../../../../gallery/live-collection.ts';

// Only honours of public stories, because they are signed from the same list as the pages.
export const getStaticPaths = async () =>
  withCacheKeys(
    (await readLiveCollection('honours')).map((honour) => ({ params: { id: honour.id }, props: { honour } })),
    ({ props }) => props,
  );

/** A published honour as a signed statement, to be kept and checked without this site. */
export const GET: APIRoute<{ honour: SignedHonour }> = ({ props }) => Response.json(props.honour);
