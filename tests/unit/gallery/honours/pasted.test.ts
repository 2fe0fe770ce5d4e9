import { expect, test } from '@playwright/test';
import { embedCode } from '../../../../src/gallery/embed/embed-path.ts';
import { decisionId, decisionListPath } from '../../../../src/gallery/honours/decisions.ts';
import { findHonours } from '../../../../src/gallery/honours/find-honours.ts';
import { honourName } from '../../../../src/gallery/honours/honour-name.ts';
import { honourEntry, honourPath } from '../../../../src/gallery/honours/statement.ts';
import { originalPath } from '../../../../src/gallery/photos/photo-files.ts';
import { storyPlainText } from '../../../../src/gallery/press/plain-text.ts';
import { pressPaths } from '../../../../src/gallery/press/press-path.ts';
import { announcementParts } from '../../../../src/gallery/press/release-kit/announcement.ts';
import { decisionWords, storyCitation } from '../../../../src/gallery/stories/citation.ts';
import { shortPath, storyPath } from '../../../../src/gallery/stories/story-terms.ts';
import type { Story } from '../../../../src/gallery/story.ts';
import { inventedStory } from '../../../fixtures/story.ts';

const origin = new URL('https://example.gov.vn');

/** Two communes with the same number in one year, and honours that look alike. */
const stories: readonly Story[] = [
  {
    ...inventedStory,
    decisionNumber: '12/QĐ-UBND',
    indicators: [{ name: 'Điện', before: '12', after: '9', unit: 'kWh' }],
  },
  {
    ...inventedStory,
    id: 'VD-0043',
    slug: 'to-xay-dung',
    name: 'Tổ xây dựng đường số',
    decisionNumber: '112/QĐ-UBND',
  },
  {
    ...inventedStory,
    id: 'VD-0044',
    slug: 'nguyen-van-minh-hoa',
    kind: 'ca-nhan',
    name: 'Nguyễn Văn Minh',
    unitName: 'UBND xã B',
    decisionNumber: '12/QĐ-UBND',
    decisionDate: '2026-03-05',
    decisionBody: 'Chủ tịch UBND xã B',
  },
  {
    ...inventedStory,
    id: 'MH-0003',
    slug: 'theo-vd',
    kind: 'mo-hinh',
    name: 'Nhân rộng “ba an, ba sạch” như VD-0042',
    decisionNumber: null,
  },
];
const entries = stories.map(honourEntry);
const idsFor = (asked: string) => findHonours(entries, asked).map(({ id }) => id);

/** Whatever the site prints that names one honour. */
function printed(story: Story): string[] {
  const address = (path: string) => new URL(path, origin).href;
  const short = address(shortPath(story.id));
  const { short: brief, long } = storyCitation(story, short, []);
  const release = {
    name: 'Đợt 1',
    slug: 'dot-1',
    at: new Date('2026-09-20T01:00:00Z'),
    isHeld: false,
    gone: [],
  };
  const lines = announcementParts(release, [story], origin, [])
    .filter(({ heading }) => ['Danh sách', 'Kết quả nêu trong bài'].includes(heading))
    .flatMap((part) => part.lines);
  const decision = decisionId(story);
  return [
    brief,
    long,
    storyCitation(story, address(storyPath(story)), []).long,
    ...lines,
    short,
    address(storyPath(story)),
    address(honourPath(story.id)),
    address(originalPath(story.id)),
    ...Object.values(pressPaths(story.id)).map(address),
    embedCode(story, origin.href),
    storyPlainText(story, origin, []).slice(0, 1200),
    `mã ${story.id}`,
    `${story.id}. ${story.name}`,
    `${story.id}, Giấy khen`,
    `${story.name}, ${story.unitName}`,
    `${story.name} ${story.unitName}`,
    `ông ${story.name}`,
    ...(decision
      ? [address(decisionListPath(decision, 'csv')), decisionWords(story), honourName(story) ?? '']
      : []),
  ];
}

for (const story of stories)
  test(`whatever the site prints of ${story.id} finds it, pasted whole`, () => {
    for (const text of printed(story))
      for (const spelt of [
        text,
        text.toUpperCase(),
        text.normalize('NFD'),
        ` (${text}). `,
        text.replaceAll('-', '–'),
      ])
        expect(idsFor(spelt), spelt).toContain(story.id);
  });

test('a decision is found in every spelling of its number, and its day and body choose among equal numbers', () => {
  const day = 'ngày 15 tháng 9 năm 2026';
  const both = ['12/QĐ-UBND', '12/QĐ–UBND', '12/QĐ-UBND.', '12 QĐ-UBND', 'số 12 / QD - UBND', '12/qđ‑ubnd'];
  for (const asked of both) expect(idsFor(asked), asked).toEqual(['VD-0042', 'VD-0044']);
  for (const said of [day, 'ngày 15/9/2026', 'ký ngày 15/09/2026', '2026-09-15', 'của UBND phường minh họa'])
    expect(idsFor(`12/QĐ-UBND ${said}`), said).toEqual(['VD-0042']);
  for (const said of ['của Ủy ban nhân dân xã B', ', ngày 05/3/2026, của UBND xã B về việc khen thưởng'])
    expect(idsFor(`Giấy khen theo Quyết định số 12/QĐ-UBND ${said}`), said).toEqual(['VD-0044']);
  for (const said of ['ngày 16/9/2026', 'của UBND xã C'])
    expect(idsFor(`12/QĐ-UBND ${said}`), said).toEqual([]);
});

test('a code that is not ours is not made ours by what stands beside it', () => {
  expect(idsFor('Tổ máy số hai: Quyết định số 12/QĐ-UBND (mã VD-0999)')).toEqual([]);
  expect(idsFor('https://example.gov.vn/d/VD-0999')).toEqual([]);
});

test('a longer name is somebody else', () => {
  for (const asked of ['Nguyễn Văn Minh Khang', 'Trần Nguyễn Văn Minh', 'Nguyễn Văn Minh Tâm, UBND xã B'])
    expect(idsFor(asked), asked).toEqual([]);
});
