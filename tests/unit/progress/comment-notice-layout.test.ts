import { expect, test } from '@playwright/test';
import { contentOf } from '../../../src/progress/comments/content.ts';
import { contentDigest } from '../../../src/progress/comments/server/content-digest.ts';
import { makeNotice } from '../../../src/progress/comments/server/make-notice.ts';
import { noticePdf } from '../../../src/progress/comments/server/notice-pdf.ts';
import { allCases } from '../../../src/vocabulary/comment-cases.ts';
import { followRows } from '../../../src/vocabulary/owner-settings.ts';
import { aList } from '../../fixtures/comment-lists.ts';
import { readObjects } from '../../fixtures/pdf-objects.ts';
import { readPdf } from '../../fixtures/pdf-text.ts';

test.afterEach(() => followRows([]));

const siteUrl = 'https://thidua.example';

async function proofOf(rows: number): Promise<Uint8Array> {
  const people = Array.from({ length: rows }, (_, at) => [
    String(at + 1),
    `Người thử số ${at}`,
    'Đơn vị thử',
    'Bằng khen',
  ]);
  followRows([aList({ list: [['STT', 'Họ và tên', 'Đơn vị', 'Hình thức'], ...people] })]);
  const [one] = allCases();
  if (!one) throw new Error('No list.');
  const content = contentOf(one, []);
  const versions = [
    {
      digest: contentDigest(content),
      content: JSON.stringify(content),
      firstSeenAt: one.opensAt,
      lastSeenAt: new Date(),
      times: 3,
    },
  ];
  const notice = makeNotice(one, versions, { signer: null, siteUrl, now: new Date() });
  if (!notice) throw new Error('No proof.');
  return noticePdf(notice, versions, siteUrl);
}

test('no page of a proof ends with a name whose unit and award are on the next', async () => {
  // Of so many lengths that a name comes to stand at each place of a page.
  for (let rows = 9; rows < 16; rows += 1) {
    const { pages } = readPdf(await proofOf(rows));
    for (const page of pages.slice(0, -1)) expect(page.trim()).not.toMatch(/Người thử số \d+$/);
    expect(pages.join(' ').match(/Người thử số \d+/g)).toHaveLength(rows);
  }
});

test('the QR code of a proof has white around it: the rule stands below', async () => {
  const objects = readObjects(await proofOf(1));
  const drawn = [...objects.values()].map(({ stream }) => stream ?? '').join('\n');
  const place = /Figure[^\n]*\nq\n1 0 0 1 \S+ (\S+) cm\n1 0 0 1 0 0 cm\n(\S+) 0 0/.exec(drawn);
  const [top, side] = [Number(place?.[1]), Number(place?.[2])];
  const code = drawn.slice(place?.index, drawn.indexOf('EMC', place?.index));
  const modules = Math.max(...[...code.matchAll(/^\d+ (\d+) l$/gm)].map(([, down]) => Number(down)));
  expect(modules).toBeGreaterThan(20);
  const rule = Number(/0\.6 w\n\[\] 0 d\n\S+ (\S+) m/.exec(drawn)?.[1]);
  const quietModules = 4;
  expect(rule).toBeLessThanOrEqual(top - (modules + quietModules) * side + 0.01);
});
