import { decisionRedirects } from '../../gallery/honours/server/decision-redirects.ts';
import { type Redirect, storyRedirects } from '../../gallery/stories/server/publication-log.ts';
import { keepsShown } from '../../gallery/stories/server/store.ts';
import type { Database } from '../../platform/postgres.ts';
import { moved } from './moved-schema.ts';
import { type Addresses, allRedirects } from './redirects.ts';
import { shortAddresses } from './short-addresses.ts';

/**
 * Every redirect of a build: ids and former addresses of stories, withdrawn stories, moved pages, short addresses. Throws when
 * an address that was public would lead nowhere.
 */
export async function siteRedirects(
  db: Database,
  pages: Pick<Addresses, 'known' | 'built'>,
): Promise<Redirect[]> {
  const stories = (await keepsShown(db))
    ? [...(await storyRedirects(db)), ...(await decisionRedirects(db))]
    : [];
  return [...allRedirects({ ...pages, moved, stories }), ...shortAddresses];
}
