/** A page in one language, for `hreflang`. */
interface Alternate {
  readonly lang: 'vi' | 'en';
  /** Path on this site. */
  readonly href: string;
}

/** The pages that exist in both languages. */
const pairs = [
  { vi: '/', en: '/en/' },
  { vi: '/ke-hoach/', en: '/en/plan/' },
] as const;

/** The page itself and its other language, both named as search engines ask; empty where there is no other. */
export function alternatesOf(path: string): readonly Alternate[] {
  const pair = pairs.find(({ vi, en }) => path === vi || path === en);
  if (!pair) return [];
  return [
    { lang: 'vi', href: pair.vi },
    { lang: 'en', href: pair.en },
  ];
}
