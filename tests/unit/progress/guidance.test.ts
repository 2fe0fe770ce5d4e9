import { Packer } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { withOwnersWords } from '../../../src/build/owners-words.ts';
import { allRedirects } from '../../../src/build/page-history/redirects.ts';
import { deCuTapThe } from '../../../src/filing/definitions/de-cu-tap-the.ts';
import { draftDossier } from '../../../src/filing/dossier/draft.ts';
import { readSettings } from '../../../src/filing/settings/server/store.ts';
import { planDocs } from '../../../src/site/search/plan-docs.ts';
import { dayInVietnam, officialDate } from '../../../src/vietnamese/official-date.ts';
import { guidance, guidanceLinks, guidanceOfClause } from '../../../src/vocabulary/guidance.ts';
import { dayAfter, lapsesDigest } from '../../../src/vocabulary/lapses.ts';
import type { OwnerText } from '../../../src/vocabulary/owner-settings.ts';
import { followRows } from '../../../src/vocabulary/owner-settings.ts';
import { expect, syncOnce, test } from '../../fixtures/back-office.ts';
import { goodNomination } from '../../fixtures/nominations.ts';

const texts = 'Văn bản';

test.afterEach(() => followRows([]));

const textRow = (changes: Record<string, unknown> = {}) => ({
  'Số hiệu': '12/HD-SNV',
  'Vai trò': 'Hướng dẫn khen thưởng của Sở Nội vụ',
  'Loại văn bản': 'Hướng dẫn',
  'Trích yếu': 'về khen thưởng trong Phong trào thi đua.',
  'Cơ quan ban hành': 'Sở Nội vụ',
  'Ngày ký': '2027-01-05',
  'Toàn văn': '## Hồ sơ\n\nGồm tờ trình.',
  ...changes,
});

const proposalText = async () => {
  const draft = draftDossier(deCuTapThe, goodNomination());
  if (!draft.ok) throw new Error('No draft.');
  const bytes = new Uint8Array(await Packer.toArrayBuffer(draft.papers.proposal));
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
};

test('guidance that staff enter is at its clauses, its question, in search and in the dossier; before, it is awaited', async ({
  db,
  standIn,
  staff,
}) => {
  expect(guidance()).toEqual([]);
  expect(await proposalText()).toContain('[quy chế, hướng dẫn khen thưởng của thành phố');
  await staff.create(texts, textRow());
  await staff.create(
    texts,
    textRow({
      'Số hiệu': '7/QĐ-SKHCN',
      'Vai trò': 'Tiêu chí của Sở Khoa học và Công nghệ',
      'Cơ quan ban hành': 'Sở Khoa học và Công nghệ',
      'Toàn văn': null,
    }),
  );
  await syncOnce(db, standIn);
  followRows(await readSettings(db));
  expect(guidance().map(({ path }) => path)).toEqual(['/van-ban/12-hd-snv/', '/van-ban/7-qd-skhcn/']);
  expect(guidanceOfClause('v-2-8').map(({ title }) => title)).toEqual(['Hướng dẫn 12/HD-SNV']);
  expect(guidanceOfClause('iii-2-3')).toHaveLength(2);
  expect(guidanceOfClause('v-2-3')).toEqual([]);
  expect(guidanceLinks('suggestedAward')).toEqual([
    { href: '/van-ban/12-hd-snv/', text: 'Hướng dẫn 12/HD-SNV của Sở Nội vụ' },
  ]);
  expect(guidanceLinks('criteria').map(({ href }) => href)).toEqual(['/van-ban/7-qd-skhcn/']);
  const docs = planDocs([], { groups: {}, clauses: {} });
  expect(docs.find(({ href }) => href === '/van-ban/12-hd-snv/')?.text).toContain('Gồm tờ trình.');
  const text = await proposalText();
  expect(text).toContain('Căn cứ Hướng dẫn 12/HD-SNV ngày 05 tháng 01 năm 2027 của Sở Nội vụ về khen thưởng');
  expect(text).not.toContain('hướng dẫn khen thưởng của thành phố');
});

const day = (days: number) => dayAfter(dayInVietnam(new Date()), days);
const aText = (changes: Partial<OwnerText>): OwnerText => ({
  is: 'text',
  role: 'huong-dan',
  kind: 'Hướng dẫn',
  number: '12/HD-SNV',
  title: 'về khen thưởng.',
  issuer: 'Sở Nội vụ',
  date: '2026-07-05',
  validFrom: null,
  lapsesOn: null,
  successor: null,
  address: null,
  content: null,
  files: [],
  ...changes,
});

/** How a text stands, and what is said wherever it is cited; empty for one that has effect. */
const standings: readonly (readonly [string, Partial<OwnerText>, string])[] = [
  ['with effect, as far as anyone knows', {}, ''],
  ['with effect since today', { validFrom: day(0) }, ''],
  ['with its last day tomorrow', { lapsesOn: day(2) }, ''],
  ['on its last day', { lapsesOn: day(1) }, `hết hiệu lực từ ${officialDate(day(1))}`],
  [
    'lapsed',
    { lapsesOn: day(-30), successor: 'Hướng dẫn 15/HD-SNV' },
    `hết hiệu lực từ ${officialDate(day(-30))}, thay bằng Hướng dẫn 15/HD-SNV`,
  ],
  ['not valid yet', { validFrom: day(1) }, `chưa có hiệu lực, có hiệu lực từ ${officialDate(day(1))}`],
];

test('guidance, criteria and laws without effect say so wherever they are cited, and a build is asked for on the day', async () => {
  for (const role of ['huong-dan', 'tieu-chi-khcn', 'tieu-chi-nnmt', 'can-cu'] as const)
    for (const [what, changes, words] of standings) {
      const text = aText({ role, ...changes });
      const [named, marked] = [`${text.kind} ${text.number}`, `${text.kind} ${text.number} (${words})`];
      followRows([text]);
      const said = words === '' ? named : marked;
      // What stands beside questions, at clauses and in running text of every built page.
      const page = `<p>Theo ${named} của Sở Nội vụ, và 112/HD-SNV</p>`;
      expect(withOwnersWords(page, '/ke-hoach/v-2-8/', day(0)), what).toBe(
        `<p>Theo ${said} của Sở Nội vụ, và 112/HD-SNV</p>`,
      );
      for (const { text: link } of guidanceLinks('suggestedAward'))
        expect(withOwnersWords(link, '/de-cu/tap-the/', day(0)), what).toBe(`${said} của Sở Nội vụ`);
      const doc = planDocs([], { groups: {}, clauses: {} }).find(({ title }) => title === named);
      expect(doc?.summary.includes(words), what).toBe(true);
      if (role !== 'can-cu') expect(await proposalText(), what).toContain(`Căn cứ ${said} ngày`);
      expect(lapsesDigest(new Date()) === '', what).toBe(words === '');
    }
});

test('the digest of a site changes on the day on which a text gets its effect and on its last day', () => {
  followRows([aText({ validFrom: '2027-02-01', lapsesOn: '2027-05-02' })]);
  const on = (date: string) => lapsesDigest(new Date(`${date}T05:00:00Z`));
  expect(on('2027-01-31')).not.toBe(on('2027-02-01'));
  expect(on('2027-02-01')).toBe(on('2027-04-30'));
  expect(on('2027-05-01')).not.toBe(on('2027-04-30'));
  expect(on('2027-05-01')).not.toBe(on('2027-01-31'));
});

test('a proposal rests on guidance with effect; what took its place is not cited beside it, and what is missing stays a slot', async () => {
  const old = aText({ lapsesOn: day(-30), successor: 'Hướng dẫn 15/HD-SNV' });
  followRows([old, aText({ number: '15/HD-SNV', date: '2026-10-05' })]);
  const text = await proposalText();
  expect(text).toContain('Căn cứ Hướng dẫn 15/HD-SNV ngày');
  expect(text).not.toContain('12/HD-SNV');
  followRows([old]);
  expect(await proposalText()).toContain('[quy chế, hướng dẫn khen thưởng của thành phố');
});

test('the address of a text, a cụm or a page of plans that is gone leads on and fails no build; other lost pages do', () => {
  const known = [
    '/van-ban/12-hd-snv/',
    '/tien-do/cum-khoi/khoi-1/',
    '/dien-hinh/loc/nam/2026/',
    '/tien-do/ke-hoach-don-vi/4/',
  ];
  const none = { built: new Set<string>(), moved: [], stories: [] };
  expect(allRedirects({ known, ...none }).map(({ to }) => to)).toEqual([
    '/van-ban/',
    '/tien-do/',
    '/dien-hinh/',
    '/tien-do/ke-hoach-don-vi/',
  ]);
  expect(() => allRedirects({ known: ['/van-ban/'], ...none })).toThrow('/van-ban/');
  expect(() => allRedirects({ known: ['/tien-do/'], ...none })).toThrow('/tien-do/');
});
