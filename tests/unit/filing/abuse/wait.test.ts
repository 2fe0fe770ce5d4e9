import { openGate } from '../../../../src/filing/abuse/server/gate.ts';
import { openDatabase } from '../../../../src/platform/postgres.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { clock, gatedTools, gateSecret, noticedPage } from '../../../fixtures/gate.ts';
import { file } from '../../../fixtures/intake.ts';
import { asForm, goodNomination } from '../../../fixtures/nominations.ts';

/** What a page without script sends. */
const typed = (changes: Record<string, unknown> = {}) => asForm(goodNomination(changes));

async function pageOf(answer: Response) {
  const page = await noticedPage(answer);
  return { ...page, name: page.document.querySelector('#contactName')?.getAttribute('value') };
}

test('without script the page comes back as it was typed, says how long to wait, and files after that', async ({
  db,
}) => {
  const { gate, pass } = clock();
  const tools = gatedTools(db, { gate });
  const first = await file(tools, typed());
  expect([first.status, first.headers.get('retry-after')]).toEqual([428, '5']);
  const page = await pageOf(first);
  expect(page.title).toMatch(/^Còn một bước nữa/);
  expect(page.said).toContain('sau 5 giây nữa, bấm gửi lần nữa là xong.');
  expect(page.name).toBe('Người liên hệ thử');

  pass(3_100);
  const early = await pageOf(await file(tools, typed({ waitToken: page.token })));
  expect(early.said).toContain('sau 2 giây nữa');
  expect(early.token).toBe(page.token);

  pass(1_900);
  const filed = await file(tools, typed({ waitToken: page.token }));
  expect(filed.status).toBe(303);
  // The answer was lost: the same press finds the same receipt.
  const again = await file(tools, typed({ waitToken: page.token }));
  expect(again.headers.get('location')).toBe(filed.headers.get('location'));
  expect((await db.query('select filed_fast from submissions')).rows).toEqual([{ filed_fast: false }]);
});

test('time spent on correcting a mistake counts as waiting', async ({ db }) => {
  const { gate, pass } = clock();
  const tools = gatedTools(db, { gate });
  const wrong = await file(tools, typed({ name: '' }));
  expect(wrong.status).toBe(422);
  const { token } = await pageOf(wrong);
  pass(20_000);
  expect((await file(tools, typed({ waitToken: token }))).status).toBe(303);
});

test('a token files once, at whichever instance; the next submission gets a new one and waits for it', async ({
  db,
  databaseUrl,
}) => {
  const { gate, pass } = clock();
  const other = openDatabase(databaseUrl);
  const [here, there] = [gatedTools(db, { gate }), gatedTools(other, { gate })];
  const { token } = await pageOf(await file(here, typed()));
  pass(5_000);
  const tries = await Promise.all(
    [here, there, here, there].map((tools, index) =>
      file(tools, typed({ waitToken: token, name: `Tập thể ${index}` })),
    ),
  );
  expect(tries.map(({ status }) => status).sort()).toEqual([303, 428, 428, 428]);
  const refused = tries.find(({ status }) => status === 428);
  const next = refused ? await pageOf(refused) : null;
  expect(next?.token).not.toBe(token);
  pass(5_000);
  const last = typed({ waitToken: next?.token, name: 'Tập thể sau' });
  expect((await file(there, last)).status).toBe(303);
  await other.end();
});

test('a token that is forged, expired, of another form or another server is replaced by a new one', async ({
  db,
}) => {
  const { gate, pass } = clock();
  const tools = gatedTools(db, { gate });
  const { token } = gate.token('de-cu-tap-the', undefined);
  const { token: elsewhere } = gate.token('phan-hoi', undefined);
  const { token: foreign } = openGate(`${gateSecret} khác`).token('de-cu-tap-the', undefined);
  const [begun = '', nonce = '', signature = ''] = token.split('.');
  const earlier = (Number.parseInt(begun, 36) - 60_000).toString(36);
  pass(6_000);
  for (const bad of [
    elsewhere,
    foreign,
    `${earlier}.${nonce}.${signature}`,
    `${begun}.${nonce}.`,
    'x',
    '"><script>',
  ]) {
    const answer = await file(tools, typed({ waitToken: bad }));
    expect(answer.status, bad).toBe(428);
    const page = await pageOf(answer);
    expect(page.token).not.toBe(bad);
    expect(page.said).toContain('sau 5 giây nữa');
  }
  pass(12 * 3_600_000);
  expect((await file(tools, typed({ waitToken: token }))).status).toBe(428);
});

test('a sender who waited gets no further challenge, even while everybody is challenged', async ({ db }) => {
  const { gate, pass } = clock();
  await file(gatedTools(db), goodNomination());
  const tools = gatedTools(db, { gate, submissionsAMinute: 1 });
  const { token } = await pageOf(await file(tools, typed({ name: 'Tập thể khác' })));
  pass(5_000);
  expect((await file(tools, typed({ name: 'Tập thể khác', waitToken: token }))).status).toBe(303);
});
