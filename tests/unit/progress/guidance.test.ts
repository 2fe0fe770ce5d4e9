import { strFromU8, unzipSync } from 'fflate';
import { Packer } from 'docx';
import { draftDossier } from '../../../src/filing/dossier/draft.ts';
import { deCuTapThe } from '../../../src/filing/definitions/de-cu-tap-the.ts';
import { allRedirects } from '../../../src/build/page-history/redirects.ts';
import { planDocs } from '../../../src/site/search/plan-docs.ts';
import { guidance, guidanceLinks, guidanceOfClause } from '../../../src/vocabulary/guidance.ts';
import { followRows } from '../../../src/vocabulary/owner-settings.ts';
import { readSettings } from '../../../src/filing/settings/server/store.ts';
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
