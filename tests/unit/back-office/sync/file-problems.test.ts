import { readFileSync } from 'node:fs';
import { stories, storyRow, syncOnce } from '../../../fixtures/back-office.ts';
import { expect, test } from '../../../fixtures/picture-server.ts';

test('a refused file of a model and one of a legal text are each told in their own row, run after run', async ({
  db,
  standIn,
  staff,
  pictures,
}) => {
  pictures.answers.set('/mau.docx', Buffer.from('PK\x03\x04 giả một tệp Word'));
  const attached = [{ url: `${pictures.url}/mau.docx`, filename: 'mau.docx' }];
  await staff.create('Văn bản', {
    'Số hiệu': '12/HD-SNV',
    'Vai trò': 'Hướng dẫn khen thưởng của Sở Nội vụ',
    'Loại văn bản': 'Hướng dẫn',
    'Trích yếu': 'Về khen thưởng.',
    'Cơ quan ban hành': 'Sở Nội vụ',
    'Ngày ký': '2026-10-05',
    Tệp: attached,
  });
  await staff.create(stories, storyRow({ 'Làm theo: tệp': attached }));
  for (let run = 0; run < 3; run += 1) await syncOnce(db, standIn);
  for (let run = 0; run < 3; run += 1) {
    await syncOnce(db, standIn);
    expect((await staff.rows('Văn bản'))[0]?.fields['Vì sao'], `run ${run}`).toContain(
      '“mau.docx” chưa đăng',
    );
    expect((await staff.rows(stories))[0]?.fields['Vì sao'], `run ${run}`).toContain(
      '“mau.docx” chưa lên trang',
    );
  }
});

test('each kind of problem stands once in the list of kinds, so that no part clears what another noted', () => {
  const code = readFileSync('src/filing/delivery/row-problems.ts', 'utf8');
  const [list = ''] = /ProblemKind =[^;]*;/.exec(code) ?? [];
  const kinds = list.match(/'[a-z-]+'/g) ?? [];
  expect(kinds.length).toBeGreaterThan(10);
  expect(kinds.toSorted()).toEqual([...new Set(kinds)].toSorted());
});
