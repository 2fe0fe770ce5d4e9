import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { getPlanDraft } from '../../../../src/gallery/do-the-same/server/plan-draft.ts';
import { readContent } from '../../../../src/gallery/stories/content.ts';
import type { StandingStory } from '../../../../src/gallery/stories/server/standing-story.ts';
import { fullStory } from '../open-data/sources.ts';

const origin = 'https://example.gov.vn';
const ask = (name: string, standing: StandingStory) =>
  getPlanDraft(new Request(`${origin}/api/v1/lam-theo/${name}`), name, {
    read: async () => standing,
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
