import { owingUnits } from '../../../src/progress/coverage/coverage.ts';
import { rollUpQuery } from '../../../src/progress/reports/link.ts';
import { answerRollUp } from '../../../src/progress/reports/server/answer-roll-up.ts';
import { draftOf, readRollUps } from '../../../src/progress/reports/server/roll-up-tools.ts';
import { expect, test } from '../../fixtures/database.ts';
import { readWord } from '../../fixtures/word-report.ts';
import { storeMany } from '../../fixtures/yearly-reports.ts';

const now = new Date('2027-02-01T05:00:00Z');

test('only a private link that has not expired opens the roll-up; it names what is missing and opens each sum', async ({
  db,
}) => {
  await storeMany(db);
  const secret = 'một bí mật của phép thử';
  const built =
    '<!doctype html><html><head></head><body><p data-closed>Đóng.</p><div data-roll-up></div></body></html>';
  const ask = (query: Record<string, string>) =>
    answerRollUp(new Request(`http://localhost/tong-hop/?${new URLSearchParams(query)}`), {
      secret,
      read: (years) => readRollUps(db, years, false),
      draft: (years, occasion) => draftOf(db, { years, occasion }, now, false),
      readPage: async () => built,
    });
  const hour = 60 * 60 * 1000;
  const good = rollUpQuery(secret, { until: new Date(Date.now() + hour) });
  for (const bad of [
    {},
    rollUpQuery(secret, { until: new Date(Date.now() - hour) }),
    rollUpQuery('ein anderes Geheimnis', { until: new Date(Date.now() + hour) }),
    { ...good, het: String(Date.now() + 2 * hour) },
    { ...good, khoa: `${good['khoa']}x` },
  ]) {
    const refused = await ask({ ...bad, tep: 'csv' });
    expect(refused.status).toBe(404);
    expect(await refused.text()).toContain('Đóng.');
  }
  const opened = await ask(good);
  expect(opened.status).toBe(200);
  expect(opened.headers.get('cache-control')).toBe('private, no-store');
  expect(opened.headers.get('x-robots-tag')).toBe('noindex');
  const html = await opened.text();
  for (const { name } of owingUnits.slice(0, 3)) expect(html).toContain(`<li>${name}</li>`);
  expect(html).toContain('&lt;b&gt;không phải thẻ&lt;/b&gt;');
  expect(html).not.toContain('Đóng.');
  expect((await ask({ ...good, tep: 'csv' })).headers.get('content-disposition')).toContain('.csv');
  const word = await ask({ ...good, nam: '2027', tep: 'so-ket' });
  expect(readWord(new Uint8Array(await word.arrayBuffer())).text).toContain('giai đoạn 2026–2027');
});
