import { clauseHeading } from '../../plan/clause-names.ts';
import type { Clause } from '../../plan/clauses.ts';
import { clausePlace } from '../../plan/components/short-mark.ts';
import { bareTitle, flatten } from '../../plan/outline.ts';
import { owed } from '../../plan/owed.ts';
import { planDocument } from '../../plan/schema.ts';
import { summaryOf } from '../../plan/summaries.ts';
import { code } from '../../search/codes.ts';
import { type SearchDoc, searchDoc } from '../../search/doc.ts';
import { isOpen } from '../../search/wordings.ts';
import { dayInVietnam } from '../../vietnamese/official-date.ts';
import { guidance } from '../../vocabulary/guidance.ts';
import { type Validity, validityWords } from '../../vocabulary/lapses.ts';
import { laws } from '../../vocabulary/laws.ts';
import { awardForms, citedTexts, criteriaGroups, occasions } from '../../vocabulary/taxonomy.ts';
import { namedBodies } from '../duties/agencies.ts';

/** What people call things, by id. */
type Wordings = Readonly<Record<string, readonly string[]>>;

const mostWords = 14;

/** The first words of a text, cut between words. */
function opening(text: string, most = mostWords): string {
  const words = text.replace(/^[-–] /, '').split(' ');
  return words.length > most ? `${words.slice(0, most).join(' ')} …` : words.join(' ');
}

/** Each clause: under its number in every notation, its title and its text. */
const clauseDocs = (clauses: readonly Clause[], called: Wordings): SearchDoc[] =>
  flatten(clauses).map((clause) => {
    const { id, paragraphs } = clause;
    return searchDoc({
      kind: 'muc',
      href: `/ke-hoach/${id}/`,
      title: clauseHeading(id),
      summary: opening(summaryOf(id)?.text ?? paragraphs.join(' '), 30),
      names: [...new Set([...(clause.title ? [bareTitle(clause.title)] : []), ...(called[id] ?? [])])],
      codes: [code(id)],
      text: paragraphs.join(' '),
    });
  });

/** The place on /phan-cong/ of a body that the plan names; empty for several. */
function doersPlace(who: string): string {
  const body = namedBodies.find(({ name }) => name === who);
  return body ? `#${body.id}` : '';
}

/** Each thing that the plan asks of somebody. */
const dutyDocs = (): SearchDoc[] =>
  owed.map(({ id, who, what, with: partners, when, reportsTo }) =>
    searchDoc({
      kind: 'viec',
      href: `/phan-cong/${doersPlace(who)}`,
      title: `${opening(who, 12)}: ${opening(what, 12)}`,
      summary: [
        when ? `${when}.` : '',
        reportsTo ? `Báo cáo: ${reportsTo}.` : '',
        partners.length > 0 ? `Phối hợp: ${partners.join(', ')}.` : '',
      ]
        .filter((line) => line !== '')
        .join(' '),
      names: [what, ...who.split(/[;,] /).map((name) => `${name} {|phải} làm gì`)],
      door: { href: `/ke-hoach/${id}/`, label: clausePlace(id) },
    }),
  );

const awardDocs = (): SearchDoc[] =>
  awardForms.map(({ id, name, decidedBy }) => {
    const given = occasions.filter(({ awards }) => awards.some(({ form }) => form === id));
    return searchDoc({
      kind: 'khen',
      href: '/khen-thuong/',
      title: name,
      summary: `Ai quyết định: ${decidedBy}. Dịp: ${given.map((occasion) => occasion.name.toLocaleLowerCase('vi')).join(', ') || 'hằng năm'}.`,
      names: [`tiêu chuẩn ${name}`, `ai tặng ${name}`],
    });
  });

const occasionDocs = (): SearchDoc[] =>
  occasions.map(({ id, name, note, awards }) =>
    searchDoc({
      kind: 'khen',
      href: '/khen-thuong/',
      title: `Khen thưởng ${name.toLocaleLowerCase('vi')}`,
      summary: note ?? awards.map(({ form }) => awardForms.find((each) => each.id === form)?.name).join(', '),
      names: [`khen ${name}`, id.replaceAll('-', ' ')],
    }),
  );

/** The number of a text, alone and with its symbol: “462/QĐ-TTg” is found by `462` too. */
const numbersOf = (number: string): string[] => [code(number), code(/^\d+/.exec(number)?.[0] ?? number)];

/** “ (hết hiệu lực từ …)”; empty for a text with effect. */
function stateOf(text: Validity): string {
  const words = validityWords(text, dayInVietnam(new Date()));
  return words === '' ? '' : ` (${words})`;
}

const textDocs = (): SearchDoc[] =>
  [...citedTexts.map(({ title, ...text }) => ({ ...text, about: title })), ...laws()].map(
    ({ id, kind, number, issuer, about, ...text }) =>
      searchDoc({
        kind: 'van-ban',
        href: `/van-ban/#${id}`,
        title: `${kind} ${number}`,
        summary: `${issuer}: ${about}${'validFrom' in text ? stateOf(text) : ''}`,
        names: [about, `${kind} số ${number}`, ...(/^Luật [^:;]+/.exec(about) ?? [])],
        codes: numbersOf(number),
      }),
  );

/** Texts that departments issued by the plan, each with its own page. */
const guidanceDocs = (): SearchDoc[] =>
  guidance().map(({ path, title, text, awaited }) =>
    searchDoc({
      kind: 'van-ban',
      href: path,
      title,
      summary: `${text.issuer}: ${text.title}${stateOf(text)}`,
      names: [text.title, awaited.name, `${awaited.name} của ${awaited.who}`],
      codes: numbersOf(text.number),
      text: text.content ?? '',
    }),
  );

const { signature, issuingBody, number } = planDocument;

const personDocs = (): SearchDoc[] => [
  searchDoc({
    kind: 'nguoi',
    href: '/ke-hoach/',
    title: signature.name,
    summary: `${signature.office} ${issuingBody}, người ký Kế hoạch ${number}.`,
    names: [
      'ai ký kế hoạch',
      'người ký kế hoạch',
      `${signature.office} ${issuingBody}`,
      `ông ${signature.name}`,
    ],
  }),
];

const groupDocs = (names: Wordings): SearchDoc[] =>
  criteriaGroups.map(({ id, name, number: at }) =>
    searchDoc({
      kind: 'trang',
      href: `/tieu-chi/${id}/`,
      title: `Tiêu chí: ${name}`,
      summary: `Nhóm ${at}: tiêu chí, khen thưởng ở từng dịp, cách viết đề cử, hỏi đáp.`,
      names: [name, ...(names[id] ?? []).map((each) => (isOpen(each) ? each : `{|tiêu chí} ${each}`))],
    }),
  );

/** What the plan and the lists made from it hold, under what people call the criteria groups and the clauses. */
export const planDocs = (
  clauses: readonly Clause[],
  called: { groups: Wordings; clauses: Wordings },
): SearchDoc[] => [
  ...groupDocs(called.groups),
  ...dutyDocs(),
  ...awardDocs(),
  ...occasionDocs(),
  ...textDocs(),
  ...guidanceDocs(),
  ...personDocs(),
  ...clauseDocs(clauses, called.clauses),
];
