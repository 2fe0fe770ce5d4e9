import { textIdOf } from './laws.ts';
import { type OwnerText, ownerTexts } from './owner-settings.ts';

/** A role of a text that the plan asks a department to issue. */
type GuidanceRole = Exclude<OwnerText['role'], 'can-cu'>;

/** What the plan asks a department to issue. */
interface Awaited {
  role: GuidanceRole;
  name: string;
  /** Who issues it. */
  who: string;
  /** The clause that asks for it. */
  clause: string;
  mark: string;
  /** Clauses that it makes concrete. */
  bearsOn: readonly string[];
  /** Questions of nominations, by field, beside which it stands. */
  fields: readonly string[];
}

/** The texts that the plan asks for (V.2.2, V.2.3, V.2.8), and where they matter: III.2.3 makes criteria a ground of commendation. */
export const awaitedTexts: readonly Awaited[] = [
  {
    role: 'huong-dan',
    name: 'Hướng dẫn khen thưởng',
    who: 'Sở Nội vụ',
    clause: 'v-2-8',
    mark: 'V.2.8',
    bearsOn: ['v-2-8', 'iii-2', 'iii-2-1', 'iii-2-2', 'iii-2-3'],
    fields: ['suggestedAward'],
  },
  {
    role: 'tieu-chi-khcn',
    name: 'Tiêu chí đánh giá mức độ đổi mới sáng tạo, phát triển khoa học công nghệ, chuyển đổi số',
    who: 'Sở Khoa học và Công nghệ',
    clause: 'v-2-2',
    mark: 'V.2.2',
    bearsOn: ['v-2-2', 'iii-1', 'iii-2-3'],
    fields: ['criteria', 'subject'],
  },
  {
    role: 'tieu-chi-nnmt',
    name: 'Tiêu chí đánh giá mức độ chuyển đổi xanh',
    who: 'Sở Nông nghiệp và Môi trường',
    clause: 'v-2-3',
    mark: 'V.2.3',
    bearsOn: ['v-2-3', 'iii-1', 'iii-2-3'],
    fields: ['criteria', 'subject'],
  },
];

/** A text that a department issued. */
export interface Guidance {
  text: OwnerText;
  awaited: Awaited;
  id: string;
  /** Its page. */
  path: string;
  /** “Hướng dẫn 12/HD-SNV”. */
  title: string;
}

/** The texts that rows of `Văn bản` name for these roles, newest first; of two with one address the newer. */
export function guidance(texts: readonly OwnerText[] = ownerTexts()): Guidance[] {
  const all = texts
    .flatMap((text) => {
      const awaited = awaitedTexts.find(({ role }) => role === text.role);
      if (!awaited) return [];
      const id = textIdOf(text.number);
      return [{ text, awaited, id, path: `/van-ban/${id}/`, title: `${text.kind} ${text.number}` }];
    })
    .toSorted((a, b) => b.text.date.localeCompare(a.text.date) || a.text.number.localeCompare(b.text.number));
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
}

/** The texts that make a clause concrete. */
export const guidanceOfClause = (clause: string): Guidance[] =>
  guidance().filter(({ awaited }) => awaited.bearsOn.includes(clause));

/** The texts that bear on a question of a nomination, as links to read before answering. */
export const guidanceLinks = (field: string): { href: string; text: string }[] =>
  guidance()
    .filter(({ awaited }) => awaited.fields.includes(field))
    .map(({ path, title, text }) => ({ href: path, text: `${title} của ${text.issuer}` }));
