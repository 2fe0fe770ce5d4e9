import { setTimeout as sleep } from 'node:timers/promises';
import { sendCopies } from '../../../../src/filing/mail/send-copies.ts';
import { syncOnce } from '../../../fixtures/back-office.ts';
import { expect } from '../../../fixtures/database.ts';
import {
  dueNow,
  expectRetriedUnderOneId,
  fileWithMail,
  hurried,
  mailTools,
  outbox,
  test,
} from '../../../fixtures/mail.ts';
import { startMailServer } from '../../../fixtures/mail-server.ts';

test('a server that is down costs time alone: the run stops at it, the next one sends', async ({
  db,
  server,
}) => {
  await fileWithMail(db);
  await fileWithMail(db, { name: 'Tập thể hai' });
  await server.close();
  const tools = mailTools(db, server.url);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 0, givenUp: [], stoppedBy: 'ESOCKET' });
  expect((await outbox(db)).map(({ attempts }) => attempts).sort()).toEqual([0, 1]);
  const again = await startMailServer(server.port);
  await sleep(20);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 2 });
  expect(again.arrived).toHaveLength(2);
  await again.close();
});

test('pauses grow, and after the last try a copy is given up and never tried again', async ({
  db,
  server,
}) => {
  server.setMood('asks to wait');
  const code = await fileWithMail(db);
  const tools = { ...mailTools(db, server.url), patience: { ...hurried, retryMs: 60_000 } };
  const waits: number[] = [];
  for (const givenUp of [[], [], [code]]) {
    await dueNow(db);
    expect(await sendCopies(db, tools)).toMatchObject({ sent: 0, givenUp });
    const { rows } = await db.query<{ wait: number }>(
      'select extract(epoch from next_attempt_at - now())::float as wait from receipt_copies',
    );
    waits.push(Math.round((rows[0]?.wait ?? 0) / 60));
  }
  expect(waits).toEqual([1, 2, 4]);
  server.setMood('takes');
  await dueNow(db);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 0 });
  expect(await outbox(db)).toEqual([{ attempts: 3, last_error: 'EENVELOPE 451', sent: false, over: true }]);
});

test('an address that the server refuses is given up at once, told of by its code alone, and holds back no other', async ({
  db,
  server,
  standIn,
}) => {
  server.setMood('refuses the recipient');
  const code = await fileWithMail(db);
  const report = await syncOnce(db, standIn, { mail: mailTools(db, server.url) });
  expect(report.problems).toEqual([`the copy of ${code} is given up`]);
  expect(await outbox(db)).toEqual([{ attempts: 1, last_error: 'EENVELOPE 550', sent: false, over: true }]);
  server.setMood('takes');
  await fileWithMail(db, { name: 'Tập thể hai' });
  expect(await sendCopies(db, mailTools(db, server.url))).toMatchObject({ sent: 1 });
});

test('a sender that the server refuses is a setting to mend: no copy is given up for it at once', async ({
  db,
  server,
}) => {
  server.setMood('refuses the sender');
  await fileWithMail(db);
  const tools = mailTools(db, server.url);
  expect(await sendCopies(db, tools)).toEqual({ sent: 0, givenUp: [], stoppedBy: 'EENVELOPE 550' });
  server.setMood('takes');
  await dueNow(db);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 1 });
});

test('a connection that dies before the answer is tried again under the same Message-ID; after the answer it is not', async ({
  db,
  server,
}) => {
  const tools = mailTools(db, server.url);
  await fileWithMail(db);
  await expectRetriedUnderOneId(db, server);
  expect(server.arrived).toHaveLength(2);

  await fileWithMail(db, { name: 'Tập thể hai' });
  server.setMood('dies at the end');
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 1 });
  await dueNow(db);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 0 });
  expect(server.arrived).toHaveLength(3);
});
