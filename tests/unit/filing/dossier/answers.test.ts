import { expect, test } from '@playwright/test';
import { SyntaxValidator } from 'fast-xml-validator';
import { keptFileValue } from '../../../../src/filing/definitions/uploaded-file.ts';
import { dispositionOf } from '../../../../src/filing/dossier/pack.ts';
import { openDossier } from '../../../fixtures/dossier.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const vietnamese =
  'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ';

test('a report has its three parts, and each answer stands in its place', async () => {
  const { report } = await openDossier(
    'de-cu-tap-the',
    goodNomination({
      indicators: [{ name: 'Chỉ số thử', before: '5', after: '2', unit: 'ngày' }],
      priorAwards: [
        { form: 'Giấy khen thử', year: '2024', decision: '12/QĐ ngày 03/02/2024', body: 'Cơ quan thử' },
      ],
      evidence: [{ what: 'Bài thử', address: 'https://donvi.example/bai' }],
    }),
  );
  const parts = report.lines.filter((line) => /^I{1,3}\. /.test(line));
  expect(parts).toEqual([
    'I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH',
    'II. THÀNH TÍCH ĐẠT ĐƯỢC',
    'III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG',
  ]);
  const rowAfter = (head: string, columns: number) => {
    const start = report.lines.lastIndexOf(head) + 1;
    return report.lines.slice(start, start + columns);
  };
  expect(rowAfter('Sau', 5)).toEqual(['1', 'Chỉ số thử', 'ngày', '5', '2']);
  expect(rowAfter('Số, ngày, tháng, năm của quyết định; cơ quan ban hành', 3)).toEqual([
    '2024',
    'Giấy khen thử',
    '12/QĐ ngày 03/02/2024; Cơ quan thử',
  ]);
  expect(report.text).toContain('từ tháng 7 năm 2026 đến tháng 10 năm 2026');
  expect(report.text).toContain('(gạch đầu dòng thứ 3 điểm 1.1 khoản 1 mục III của Kế hoạch)');
  expect(report.text).toContain('(gạch đầu dòng thứ 3 mục II của Kế hoạch)');
  expect(report.text).toContain('- Bài thử: https://donvi.example/bai');
});

test('the proposal names the files that were chosen, before anything is filed', async () => {
  const names = ['Báo cáo <1>.pdf', 'ảnh.jpg'];
  const files = names.map((name) =>
    keptFileValue({ token: 'x'.repeat(43), name, bytes: 9, until: new Date('2026-12-01T00:00:00Z') }),
  );
  const { proposal } = await openDossier('de-cu-tap-the', goodNomination({ files }));
  expect(proposal.text).toContain(
    'Biên bản xét, đề nghị khen thưởng; Tệp minh chứng “Báo cáo <1>.pdf”; Tệp minh chứng “ảnh.jpg”; [tài liệu khác',
  );
  expect(proposal.text).not.toContain('xxx');
});

test('data that the site must not collect becomes a slot, even where every question is answered', async () => {
  const { report } = await openDossier('de-cu-ca-nhan', {
    ...goodNomination({ name: 'Người thử' }),
    subject: 'iii-1-4-2',
    occupation: 'Nông dân',
    place: 'Xã thử',
    birthYear: '1980',
    gender: 'nu',
  });
  for (const line of [
    '- Họ và tên: Người thử; giới tính: Nữ.',
    '- Ngày, tháng, năm sinh: [ngày, tháng] năm 1980.',
    '- Quê quán: [quê quán].',
    '- Nơi thường trú: [nơi thường trú].',
    '- Chức vụ Đảng, đoàn thể: [chức vụ Đảng, đoàn thể, nếu có].',
  ]) {
    expect(report.lines).toContain(line);
  }
  expect(report.text).toContain('Số căn cước: [số căn cước');
});

test('a form left empty gives papers of slots alone, which name no unit, person, number or day', async () => {
  const papers = await openDossier('de-cu-tap-the', {});
  expect(papers.proposal.lines).toEqual(
    expect.arrayContaining(['[TÊN ĐƠN VỊ ĐỀ CỬ]', '[tên tập thể]', '[họ và tên người ký]']),
  );
  expect(papers.minutes.text).toContain('Chủ tọa: [họ và tên, chức vụ].');
  const known = /\d+\/(KH-UBND|2025\/NĐ-CP|2020\/NĐ-CP)/g;
  for (const { text } of Object.values(papers))
    expect(text.replace(known, '')).not.toMatch(/\d\/(QĐ|TTr|BB|BC)/);
});

test('an unlisted unit is named as typed; abbreviations of the list are written out', async () => {
  const typed = await openDossier('de-cu-tap-the', { unitCode: 'doanh-nghiep', unitName: 'Công ty thử' });
  expect(typed.proposal.lines).toContain('CÔNG TY THỬ');
  const listed = await openDossier('de-cu-tap-the', { unitCode: 'uy-ban-mttq-viet-nam-thanh-pho' });
  expect(listed.proposal.lines).toContain('ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM THÀNH\u00a0PHỐ');
});

test('every Vietnamese letter and hostile text survive as they were typed', async () => {
  const hostile = `${vietnamese}${vietnamese.toLocaleUpperCase('vi')}\n<w:p>&amp; "x" ]]> ' 😀 ﷽ \u0001\u0008\ufffe\ud800`;
  const { report } = await openDossier(
    'de-cu-tap-the',
    goodNomination({ achievements: hostile, summary: 'x'.repeat(1000) }),
  );
  expect(report.lines).toContain(`${vietnamese}${vietnamese.toLocaleUpperCase('vi')}`);
  expect(report.lines.find((line) => line.startsWith('<w:p>'))).toBe(`<w:p>&amp; "x" ]]> ' 😀 ﷽ \ufffd`);
  expect(report.lines).toContain('x'.repeat(1000));
  for (const xml of Object.values(report.parts)) expect(SyntaxValidator.validate(xml)).toBe(true);
  expect(report.parts['word/document.xml']).not.toMatch(/(?!\n)[\p{Cc}\ufffe\uffff]/u);
});

test('the name of the file is Vietnamese, of one line and one name', () => {
  const header = dispositionOf('Tổ “1”\r\n/..\\: *ấp* (mới)');
  expect(header).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.~%-]+$/);
  const name = decodeURIComponent(header.split("UTF-8''")[1] ?? '');
  expect(name).toBe('Hồ sơ đề nghị khen thưởng - Tổ “1” .. ấp (mới).zip');
});
