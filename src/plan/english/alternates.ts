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

/** The page and its other language, both listed as search engines require; empty without another language. */
export function alternatesOf(path: string): readonly Alternate[] {
  const pair = pairs.find(({ vi, en }) => path === vi || path === en);
  if (!pair) return [];
  return [
    { lang: 'vi', href: pair.vi },
    { lang: 'en', href: pair.en },
  ];
}
