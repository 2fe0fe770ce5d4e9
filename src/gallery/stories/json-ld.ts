import { shortMark } from '../../plan/components/short-mark.ts';
import { planDocument } from '../../plan/schema.ts';
import { site } from '../../vocabulary/site.ts';
import { photoFiles } from '../photos/photo-files.ts';
import { type Story, storyKindNames } from '../story.ts';
import { decisionWords } from './citation.ts';
import { storyPath, termsOf } from './story-terms.ts';

/** A node of schema.org's vocabulary. */
type Thing = Record<string, unknown>;

/** Vietnam is seven hours ahead of UTC all year. */
const vietnamMs = 7 * 3_600_000;

/** An instant as people here read it: `2026-09-20T08:00:00+07:00`. */
const localInstant = (instant: string): string =>
  new Date(Date.parse(instant) + vietnamMs).toISOString().replace(/\.\d+Z$/, '+07:00');

/** The award in one line, with the known facts of its decision. */
function award(story: Story): string | undefined {
  const { awardForm } = termsOf(story);
  return awardForm ? [awardForm.name, decisionWords(story)].filter(Boolean).join(', ') : undefined;
}

/** The subject of the story: an honoree with the award, or the model of a unit. */
function subject(story: Story): Thing {
  const { kind, name, unitName } = story;
  if (kind === 'ca-nhan')
    return {
      '@type': 'Person',
      name,
      affiliation: { '@type': 'Organization', name: unitName },
      award: award(story),
    };
  if (kind === 'tap-the') return { '@type': 'Organization', name: unitName, award: award(story) };
  return { '@type': 'CreativeWork', name, genre: storyKindNames[kind], creator: modelOwner(story) };
}

/** The maker of a model is its unit: a record names no person who made it. Undefined where nothing says that the name is a unit’s. */
function modelOwner({ criteriaGroup, unitCode, unitName: name }: Story): Thing | undefined {
  const isUnit = unitCode !== null || (criteriaGroup !== null && criteriaGroup !== 'ca-nhan');
  return isUnit ? { '@type': 'Organization', name } : undefined;
}

/** The photo with its maker; where there is none, the social image alone stands for the story. */
function photoOf({ id, photo }: Story, origin: URL): Thing[] {
  if (!photo) return [];
  return [
    {
      '@type': 'ImageObject',
      contentUrl: new URL(photoFiles(id, photo).at(-1)?.path ?? '', origin).href,
      width: photo.width,
      height: photo.height,
      caption: photo.caption ?? photo.alt,
      creditText: photo.credit,
      copyrightNotice: photo.credit,
    },
  ];
}

/**
 * Describes a story's page for machines: an article and its place on the site. Contains only what the page says.
 * https://schema.org/Article
 * @param image full address of the social image
 * @param origin where the site stands
 */
export function storyJsonLd(story: Story, image: URL, origin: URL): Thing {
  const full = (path: string) => new URL(path, origin).href;
  const address = full(storyPath(story));
  const crumbs = [
    { name: 'Trang chủ', item: full('/') },
    { name: 'Điển hình', item: full('/dien-hinh/') },
    { name: story.name, item: address },
  ];
  const { corrections } = story;
  const article = {
    '@type': 'Article',
    '@id': address,
    url: address,
    identifier: story.id,
    headline: story.name,
    description: story.summary,
    inLanguage: 'vi',
    isAccessibleForFree: true,
    datePublished: localInstant(story.publishedAt),
    dateModified: localInstant(story.changedAt),
    image: [...photoOf(story, origin), image.href],
    creativeWorkStatus: story.sample ? 'Dữ liệu minh họa' : undefined,
    keywords: termsOf(story).strands.map(({ name }) => name),
    about: subject(story),
    citation: story.clauses.map((clause) => ({
      '@type': 'Legislation',
      '@id': full(`/ke-hoach/${clause}/`),
      name: `Mục ${shortMark(clause)} Kế hoạch ${planDocument.number}`,
    })),
    correction: corrections.length > 0 ? corrections.map(({ day, text }) => `${day}: ${text}`) : undefined,
    author: { '@type': 'GovernmentOrganization', name: site.leadAgency },
    isPartOf: { '@type': 'WebSite', name: site.name, url: full('/') },
    publisher: { '@type': 'GovernmentOrganization', name: site.owner },
  };
  const breadcrumbs = {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, index) => ({ '@type': 'ListItem', position: index + 1, ...crumb })),
  };
  return { '@context': 'https://schema.org', '@graph': [article, breadcrumbs] };
}

/** JSON that is safe in a `script` element: no text in the JSON can end the element or begin a comment. */
export const scriptJson = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');
