import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { getModelPaper } from '../../../../src/gallery/do-the-same/server/answer-papers.ts';
import { readContent } from '../../../../src/gallery/stories/content.ts';
import type { StandingStory } from '../../../../src/gallery/stories/server/standing-story.ts';
import { fullStory, inventedSources } from '../open-data/sources.ts';

const origin = 'https://example.gov.vn';
const adoptions = inventedSources.adoptions;
const ask = (name: string, standing: StandingStory) =>
  getModelPaper(new Request(`${origin}/api/v1/lam-theo/${name}`), name.split('?')[0] ?? '', {
    read: async () => standing,
    adoptionsOf: async () => adoptions,
    readPage: async (path) => path,
    origin,
  });

/** The words of a Word file on one line. */
const wordsOf = async (reply: Response): Promise<string> => {
  const files = unzipSync(new Uint8Array(await reply.arrayBuffer()));
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  return xml.replace(/<\/w:p>/g, ' ').replace(/<[^>]+>/g, '');
};

test('the draft of a plan has what the model published, and a slot for all else', async () => {
  const shown = { story: fullStory, wasShown: true };
  const reply = await ask('MH-0007.docx', shown);
  expect(reply.headers.get('content-disposition')).toContain('ke-hoach-ap-dung-MH-0007.docx');
  const words = await wordsOf(reply);
  for (const said of [
    'Áp dụng mô hình “Kho lạnh dùng chung, &quot;mở&quot;”',
    'https://example.gov.vn/d/MH-0007',
    '1.240 → 655',
    '120 triệu đồng',
    'Điện ba pha',
    '[hiện nay]',
    'https://example.gov.vn/ap-dung/?mo-hinh=MH-0007',
  ])
    expect(words).toContain(said);
  const bare = { ...fullStory, cost: null, indicators: [] };
  expect(await wordsOf(await ask('MH-0007.docx', { story: bare, wasShown: true }))).toContain(
    '[số tiền, nguồn kinh phí]',
  );
});

const shown = { story: fullStory, wasShown: true };

test('a confirmed adoption yields the unit’s confirmation with its figures, and leaves recognition to the authority', async () => {
  const words = await wordsOf(await ask('MH-0007-xac-nhan.docx?don-vi=đơn+vị+minh+họa+02', shown));
  for (const said of [
    'Đơn vị minh họa 02 xác nhận đã áp dụng',
    'tháng 8 năm 2026',
    'Chạy tốt',
    'Điện',
    'giảm 20%',
  ])
    expect(words).toContain(said);
  expect(words).toContain('do cơ quan có thẩm quyền quyết định');
  expect((await ask('MH-0007-xac-nhan.docx?don-vi=Đơn+vị+khác', shown)).status).toBe(404);
  expect((await ask('MH-0007-xac-nhan.docx', shown)).status).toBe(404);
});

test('the author gets one sheet of who applies the model since when with which figures', async () => {
  const words = await wordsOf(await ask('MH-0007-pham-vi.docx', shown));
  for (const said of [
    '1 đơn vị đã báo áp dụng',
    'Đơn vị minh họa 02',
    '08/2026',
    'Điện: 10 → 8 kWh (giảm 20%)',
  ])
    expect(words).toContain(said);
  expect(words).toContain('do cơ quan có thẩm quyền quyết định');
});

test('a model is one sheet to hand round', async () => {
  const words = await wordsOf(await ask('MH-0007-mot-to.docx', shown));
  for (const said of [
    'MÔ HÌNH CÓ THỂ LÀM THEO',
    '1.240',
    'Chi phí: 120 triệu đồng',
    'Ông A, 0900',
    '/d/MH-0007',
  ])
    expect(words).toContain(said);
  expect((await ask('MH-0007-khac.docx', shown)).status).toBe(404);
});

test('there is no draft of what is not public, nor of an honoree', async () => {
  expect((await ask('MH-0007.docx', { story: null, wasShown: false })).status).toBe(404);
  expect((await ask('MH-0007.docx', { story: null, wasShown: true })).headers.get('location')).toBe(
    '/d/MH-0007',
  );
  expect((await ask('VD-0007.docx', { story: fullStory, wasShown: true })).status).toBe(404);
});

test('what it takes to do the same is read from four columns, each of which may be empty', () => {
  const cells = {
    id: 'MH-0001',
    kind: 'Mô hình',
    name: 'Tên',
    summary: 'Tóm tắt',
    unitName: 'Đơn vị',
    year: 2026,
    cost: ' 120 triệu ',
    people: 'x'.repeat(501),
  };
  const { fields, problems, keep } = readContent({ recordId: 'rec1', cells });
  expect(fields).toMatchObject({ cost: '120 triệu', duration: null, people: null, conditions: null });
  expect(problems.join()).toContain('dài 501 ký tự; nhiều nhất 500.');
  expect(keep).toContain('people');
});
