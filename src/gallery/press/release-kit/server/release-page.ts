import { makeElement } from '../../../../platform/dom/make-element.ts';
import { openPage } from '../../../../platform/dom/server/open-page.ts';
import { fileReply, pageReply, problemReply, seeElsewhere } from '../../../../platform/http/replies.ts';
import { holdLines } from '../../../../vietnamese/held-lines.ts';
import { officialDateTime } from '../../../../vietnamese/official-date.ts';
import { fillSlots } from '../../../../vocabulary/slots.ts';
import type { Adoption } from '../../../adoptions/adoption.ts';
import { decisionWords } from '../../../stories/citation.ts';
import { shortPath, storyPath, termsOf } from '../../../stories/story-terms.ts';
import type { Story } from '../../../story.ts';
import { pressPaths } from '../../press-path.ts';
import { drawnStory } from '../../server/drawn-story.ts';
import { announcementText, countWords } from '../announcement.ts';
import { releaseKit } from '../kit.ts';
import { type PressRelease, releasePaths, releasesPage } from '../release.ts';
import type { ReleaseStories } from './read-releases.ts';

/** What the pages of releases need from their caller. */
export interface ReleaseTools {
  readOut: () => Promise<readonly PressRelease[]>;
  findOut: (slug: string) => Promise<ReleaseStories | null>;
  readPage: (path: string) => Promise<string>;
  /** Where the site stands. */
  origin: string;
}

/** The press asks again before it prints: a story that was taken down must be gone. */
const headers = { 'X-Robots-Tag': 'noindex', 'Cache-Control': 'public, max-age=0, must-revalidate' } as const;

type Make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text?: string,
) => HTMLElementTagNameMap[Name];

function linkTo(make: Make, href: string, text: string): HTMLAnchorElement {
  const link = make('a', text);
  link.setAttribute('href', href);
  return link;
}

/** The row of one honoree in the table of a release. */
function rowOf(make: Make, story: Story): HTMLTableRowElement {
  const row = make('tr');
  const name = make('th');
  name.setAttribute('scope', 'row');
  name.append(linkTo(make, storyPath(story), story.name));
  const cells = [
    ['Đơn vị', story.unitName],
    ['Khen thưởng', [termsOf(story).awardForm?.name, decisionWords(story)].filter(Boolean).join(', ')],
  ].map(([label = '', text = '']) => {
    const cell = make('td', text);
    cell.setAttribute('data-label', label);
    if (text === '') cell.setAttribute('data-empty', '');
    return cell;
  });
  const press = make('td');
  press.append(linkTo(make, pressPaths(story.id).page, story.photo ? 'Trích dẫn, ảnh' : 'Trích dẫn'));
  row.append(name, ...cells, press);
  return row;
}

function showRelease(
  document: Document,
  release: PressRelease,
  stories: readonly Story[],
  origin: URL,
  adoptions: readonly Adoption[],
): void {
  const make: Make = (name, text = '') => makeElement(name, text, document);
  const part = (name: string) => document.querySelector(`[data-release="${name}"]`);
  const say = (name: string, text: string) => {
    const place = part(name);
    const box = place?.querySelector('[data-text]') ?? place;
    if (box) box.textContent = text;
  };
  document.title = `Báo chí: ${release.name}`;
  part('all')?.remove();
  part('one')?.removeAttribute('hidden');
  say('name', release.name);
  const count = stories.length > 0 ? countWords(stories) : 'mọi điển hình đã được gỡ';
  say('when', `${officialDateTime(release.at)}, ${count}.`);
  if (stories.length > 0)
    say('announcement', fillSlots(announcementText(release, stories, origin, adoptions)));
  part('kit')?.setAttribute('href', releasePaths(release.slug).kit);
  if (!stories.some(({ sample }) => sample)) part('sample')?.remove();
  document
    .querySelector('[data-release="table"] tbody')
    ?.replaceChildren(...stories.map((story) => rowOf(make, story)));
  if (release.gone.length === 0) part('gone')?.remove();
  part('gone-list')?.replaceChildren(
    ...release.gone.flatMap(({ id, reason }, index) => [
      index > 0 ? ', ' : '',
      linkTo(make, shortPath(id), id),
      reason ? ` (${reason.replace(/[.\s]+$/, '')})` : '',
    ]),
  );
}

function showAll(document: Document, releases: readonly PressRelease[]): void {
  const make: Make = (name, text = '') => makeElement(name, text, document);
  const part = (name: string) => document.querySelector(`[data-release="${name}"]`);
  if (releases.length === 0) return;
  part('none')?.remove();
  part('list')?.replaceChildren(
    ...releases.map(({ name, slug, at }) => {
      const item = make('li');
      item.append(linkTo(make, releasePaths(slug).page, name), `, ${officialDateTime(at)}`);
      return item;
    }),
  );
}

/** All stories of a release were taken down: its page says which, and there is no kit. */
async function goneReply(release: PressRelease, tools: ReleaseTools): Promise<Response> {
  const opened = openPage(await tools.readPage(releasesPage));
  showRelease(opened.document, release, [], new URL(tools.origin), []);
  for (const part of ['kit', 'table', 'announcement'])
    for (const place of opened.document.querySelectorAll(`[data-release-of="${part}"]`)) place.remove();
  return pageReply(410, holdLines(opened.html()), headers);
}

/**
 * Answers `/bao-chi/dot/`, a release that is out below it, and its kit `<name>.zip`: 200; 410 where all its stories were taken down; 404 for
 * any other name, whether or not staff plan such a release.
 */
export async function getReleasePage(request: Request, name: string, tools: ReleaseTools): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return problemReply(405, 'Hãy mở trang này bằng GET.', { Allow: 'GET, HEAD' });
  const { pathname } = new URL(request.url);
  if (name === '') {
    if (pathname !== releasesPage) return seeElsewhere(releasesPage);
    const opened = openPage(await tools.readPage(releasesPage));
    showAll(opened.document, await tools.readOut());
    return pageReply(200, holdLines(opened.html()), headers);
  }
  const [, slug = '', isKit] = /^([a-z0-9-]{1,200})(\.zip)?$/.exec(name) ?? [];
  const found = slug ? await tools.findOut(slug) : null;
  if (!found || (found.stories.length === 0 && found.release.gone.length === 0))
    return pageReply(404, await tools.readPage('/404.html'));
  const { page, kit } = releasePaths(slug);
  if (pathname !== (isKit ? kit : page)) return seeElsewhere(isKit ? kit : page);
  if (found.stories.length === 0) return goneReply(found.release, tools);
  const origin = new URL(tools.origin);
  const stories = await Promise.all(found.stories.map((story) => drawnStory(story, tools)));
  if (isKit) {
    const zip = releaseKit(found.release, stories, origin, found.adoptions);
    return fileReply(zip, 'application/zip', `attachment; filename="${slug}.zip"`, headers);
  }
  const opened = openPage(await tools.readPage(releasesPage));
  showRelease(opened.document, found.release, stories, origin, found.adoptions);
  return pageReply(200, holdLines(opened.html()), headers);
}
