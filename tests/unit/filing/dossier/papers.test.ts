import { expect, test } from '@playwright/test';
import { SyntaxValidator } from 'fast-xml-validator';
import { openDossier, openNote } from '../../../fixtures/dossier.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const goodPerson = (changes: Record<string, unknown> = {}) => ({
  ...goodNomination(),
  name: 'Người thử',
  subject: 'iii-1-4-1',
  occupation: 'Chức danh thử',
  place: 'Phòng thử',
  ...changes,
});

const millimetres = (xml: string, name: string) =>
  (Number(new RegExp(`w:${name}="(\\d+)"`).exec(xml)?.[1]) / 1440) * 25.4;

test('every part of every paper is well-formed XML', async () => {
  for (const [form, answers] of [
    ['de-cu-tap-the', goodNomination()],
    ['de-cu-ca-nhan', goodPerson()],
  ] as const) {
    for (const { parts } of Object.values(await openDossier(form, answers))) {
      for (const [name, xml] of Object.entries(parts))
        expect([name, SyntaxValidator.validate(xml)]).toEqual([name, true]);
    }
  }
});

test('a page is A4 with the margins of Nghị định 30/2020, Phụ lục I', async () => {
  const { proposal, report, minutes } = await openDossier('de-cu-tap-the', goodNomination());
  for (const { parts } of [proposal, report, minutes]) {
    const sections = parts['word/document.xml']?.match(/<w:sectPr>.*?<\/w:sectPr>/g) ?? [];
    expect(sections).toHaveLength(1);
    for (const section of sections) {
      const size = /<w:pgSz[^>]*>/.exec(section)?.[0] ?? '';
      expect(millimetres(size, 'w')).toBeCloseTo(210, 0);
      expect(millimetres(size, 'h')).toBeCloseTo(297, 0);
      const margins = /<w:pgMar[^>]*>/.exec(section)?.[0] ?? '';
      for (const [side, least, most] of [
        ['top', 20, 25],
        ['bottom', 20, 25],
        ['left', 30, 35],
        ['right', 15, 20],
      ] as const) {
        expect(millimetres(margins, side)).toBeGreaterThanOrEqual(least);
        expect(millimetres(margins, side)).toBeLessThanOrEqual(most);
      }
    }
  }
});

test('pages are numbered at the top in the middle from the second on', async () => {
  const { parts } = (await openDossier('de-cu-tap-the', goodNomination())).proposal;
  const [official] = parts['word/document.xml']?.match(/<w:sectPr>.*?<\/w:sectPr>/g) ?? [];
  expect(official).toContain('<w:titlePg/>');
  expect(official).toContain('<w:pgNumType w:start="1"/>');
  const numbered = Object.entries(parts).filter(
    ([name, xml]) => /header\d\.xml$/.test(name) && xml.includes('PAGE'),
  );
  expect(numbered).toHaveLength(1);
  expect(numbered[0]?.[1]).toContain('<w:jc w:val="center"/>');
});

test('Times New Roman is the only typeface, in black, 13 and 14 points in the text', async () => {
  const { parts } = (await openDossier('de-cu-ca-nhan', goodPerson())).report;
  const xml = parts['word/document.xml'] ?? '';
  const fonts = new Set([...xml.matchAll(/w:ascii="([^"]+)"/g)].map(([, name]) => name));
  expect([...fonts]).toEqual(['Times New Roman']);
  expect(new Set([...xml.matchAll(/<w:color w:val="(\w+)"/g)].map(([, color]) => color))).toEqual(
    new Set(['000000']),
  );
  const sizeOf = (words: string) =>
    /<w:sz w:val="(\d+)"/.exec(xml.slice(0, xml.indexOf(words)).split('<w:r>').at(-1) ?? '')?.[1];
  expect(sizeOf('Thành tích thử')).toBe('28');
  expect(sizeOf('CỘNG HÒA')).toBe('24');
  expect(sizeOf('Độc lập')).toBe('26');
});

test('each paper opens with Quốc hiệu and Tiêu ngữ, its unit, number, place and date', async () => {
  const papers = Object.values(await openDossier('de-cu-tap-the', goodNomination({ unitCode: '25195' })));
  for (const { lines } of papers) {
    expect(lines).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(lines).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(lines.some((line) => /, ngày \[…\] tháng \[…\] năm \[…\]$/.test(line))).toBe(true);
  }
  const { proposal, minutes } = await openDossier('de-cu-tap-the', goodNomination({ unitCode: '25195' }));
  expect(proposal.lines).toEqual(
    expect.arrayContaining([
      'ỦY BAN NHÂN DÂN',
      'PHƯỜNG BÌNH PHƯỚC',
      'Số: [số]/TTr-UBND',
      'TỜ TRÌNH',
      'Nơi nhận:',
    ]),
  );
  expect(minutes.lines).toEqual(
    expect.arrayContaining(['Số: [số]/BB-UBND', 'BIÊN BẢN', 'THƯ KÝ', 'CHỦ TỌA']),
  );
});

test('the notes to the reader are a separate paper, so nobody has to remove a page', async () => {
  const papers = await openDossier('de-cu-tap-the', goodNomination());
  for (const { text } of Object.values(papers)) expect(text).not.toContain('GHI CHÚ');
  const { lines } = await openNote('de-cu-tap-the');
  expect(lines.slice(0, 2)).toEqual(['GHI CHÚ CHO NGƯỜI SOẠN', '(không phải một phần của hồ sơ)']);
  expect(lines.join('\n')).toContain('Bản soạn từ phiếu “Đề cử tập thể”');
});

test('no template number is printed', async () => {
  for (const { text } of Object.values(await openDossier('de-cu-ca-nhan', goodPerson()))) {
    expect(text).not.toMatch(/Mẫu số/i);
  }
});

test('no paper ends in a table, which Word would have to mend', async () => {
  for (const { parts } of Object.values(await openDossier('de-cu-tap-the', goodNomination()))) {
    expect(parts['word/document.xml']).toMatch(/<\/w:p><w:sectPr>(?!.*<w:sectPr>)/);
  }
});

/** The paragraphs of a paper, from its end, until one that need not stay with the next: what shares a page with the signatures. */
const withSignatures = (xml: string) => {
  const all = xml.match(/<w:p>.*?<\/w:p>/g) ?? [];
  const first = all.findLastIndex((each) => /XÁC NHẬN|THƯ KÝ|Nơi nhận/.test(each));
  const start = all.slice(0, first).findLastIndex((each) => !each.includes('<w:keepNext/>'));
  return all
    .slice(start + 1, first)
    .join('')
    .replace(/<[^>]+>/g, '');
};

test('signatures never stand alone on a page: the last words or the last row come with them', async () => {
  const priorAwards = [{ form: 'Giấy khen thử' }, { form: 'Bằng khen thử' }];
  const { proposal, report, minutes } = await openDossier('de-cu-tap-the', goodNomination({ priorAwards }));
  const ends = [proposal, report, minutes].map(({ parts }) =>
    withSignatures(parts['word/document.xml'] ?? ''),
  );
  expect(ends[0]).toMatch(/^Sở Nội vụ kính trình xem xét\.\/\.$/);
  expect(ends[1]).toContain('Bằng khen thử');
  expect(ends[1]).not.toContain('Giấy khen thử');
  expect(ends[2]).toMatch(/^Cuộc họp kết thúc vào/);
});

test('a department names the city’s people’s committee above itself, any other agency its own superior', async () => {
  const department = await openDossier('de-cu-tap-the', goodNomination());
  expect(department.proposal.lines).toEqual(expect.arrayContaining(['UBND THÀNH PHỐ ĐỒNG NAI', 'SỞ NỘI VỤ']));
  const police = await openDossier('de-cu-tap-the', goodNomination({ unitCode: 'cong-an-thanh-pho' }));
  expect(police.proposal.lines).toContain('[CƠ QUAN CHỦ QUẢN, NẾU CÓ]');
});

test('the line under an agency is shorter than its name', async () => {
  const { proposal } = await openDossier('de-cu-tap-the', goodNomination());
  const [left = '', right = ''] = ['left', 'right'].map(
    (side) =>
      new RegExp(`SỞ NỘI VỤ.*?w:${side}="(\\d+)"`).exec(proposal.parts['word/document.xml'] ?? '')?.[1],
  );
  const lineMm = 73 - ((Number(left) + Number(right)) / 1440) * 25.4;
  expect(lineMm).toBeGreaterThan(8);
  expect(lineMm).toBeLessThan(13);
});
