import { site } from '../vocabulary/site.ts';

/** The site for machines: its name, whose it is, and how to search it. https://schema.org/WebSite */
export const siteJsonLd = (origin: URL): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  url: origin.href,
  name: site.name,
  publisher: { '@type': 'GovernmentOrganization', name: site.owner },
  potentialAction: {
    '@type': 'SearchAction',
    target: `${new URL('/tim-kiem/', origin).href}?q={search_term_string}`,
    'query-input': 'required name=search_term_string',
  },
});
