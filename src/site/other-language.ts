import { alternatesOf } from '../plan/english/alternates.ts';

/** The link to the other language from the page at `path`: the same page where it exists, else the start page. */
export function otherLanguage(path: string) {
  const other = path.startsWith('/en/')
    ? ({ lang: 'vi', name: 'Tiếng Việt', start: '/' } as const)
    : ({ lang: 'en', name: 'English', start: '/en/' } as const);
  const { lang, name, start } = other;
  return { lang, name, href: alternatesOf(path).find((page) => page.lang === lang)?.href ?? start };
}
