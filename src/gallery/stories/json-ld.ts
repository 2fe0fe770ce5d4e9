import { storyPath, termsOf } from './story-terms.ts';
import { officialDate } from '../../vietnamese/official-date.ts';
import { type Story, storyKindNames } from '../story.ts';
import { site } from '../../vocabulary/site.ts';

/** A node of schema.org's vocabulary. */
type Thing = Record<string, unknown>;

/** The award in one line, with the known facts of its decision. */
function award(story: Story): string | undefined {
  const { awardForm } = termsOf(story);
  if (!awardForm) return undefined;
  const { decisionNumber, decisionDate, decisionBody } = story;
  const decision = [
    decisionNumber && `Quyết định số ${decisionNumber}`,
    decisionDate && officialDate(decisionDate),
    decisionBody && `của ${decisionBody}`,
  ].filter(Boolean);
  return [awardForm.name, decision.join(' ')].filter(Boolean).join(', ');
}

/** The subject of the story: an honoree with the award, or the model of a unit. */
function subject(story: Story): Thing {
  const { kind, name, unitName } = story;
  if (kind === 'ca-nhan') return { '@type': 'Person', name, description: unitName, award: award(story) };
  if (kind === 'tap-the') return { '@type': 'Organization', name, award: award(story) };
  return { '@type': 'CreativeWork', name, genre: storyKindNames[kind], creator: modelOwner(story) };
}

/** The maker of a model; undefined where the record does not tell whether the maker is a person or a unit. */
function modelOwner({ criteriaGroup, unitName: name }: Story): Thing | undefined {
  if (criteriaGroup === null) return undefined;
  return { '@type': criteriaGroup === 'ca-nhan' ? 'Person' : 'Organization', name };
}

/**
 * Describes a story's page for machines: an article and its place on the site. Contains only what the page says.
 * https://schema.org/Article
 * @param image full address of the social image
 * @param origin where the site stands
 */
export function storyJsonLd(story: Story, image: URL, origin: URL): Thing {
  const address = new URL(storyPath(story), origin).href;
  const crumbs = [
    { name: 'Trang chủ', item: new URL('/', origin).href },
    { name: 'Điển hình', item: new URL('/dien-hinh/', origin).href },
    { name: story.name, item: address },
  ];
  const article = {
    '@type': 'Article',
    '@id': address,
    url: address,
    mainEntityOfPage: address,
    identifier: story.id,
    headline: story.name,
    description: story.summary,
    inLanguage: 'vi',
    datePublished: story.publishedAt,
    dateModified: story.changedAt,
    image: image.href,
    creativeWorkStatus: story.sample ? 'Dữ liệu minh họa' : undefined,
    keywords: termsOf(story).strands.map(({ name }) => name),
    about: subject(story),
    isPartOf: { '@type': 'WebSite', name: site.name, url: new URL('/', origin).href },
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
