import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { watchBounds } from '../../../../src/back-office/health/server/alerts.ts';
import { tellOperator } from '../../../../src/back-office/health/server/tell-operator.ts';
import { databaseWatch } from '../../../../src/back-office/health/server/watch-database.ts';
import { expect, test } from '../../../fixtures/database.ts';

test('an alert is told once, told again when the first try failed, and once when it is well', async ({
  db,
}) => {
  const told: string[] = [];
  const tell = async (words: string) => void told.push(words);
  const fault = { name: 'queue', words: '7 phiếu chưa chuyển.' } as const;
  const failing = watchBounds(db, [fault], async () => {
    throw new Error('The webhook is down.');
  });
  await expect(failing).rejects.toThrow('webhook');
  await watchBounds(db, [fault], tell);
  await watchBounds(db, [{ ...fault, words: '9 phiếu chưa chuyển.' }], tell);
  await watchBounds(db, [], tell);
  await watchBounds(db, [], tell);
  expect(told).toEqual([
    'Cần xử lý: 7 phiếu chưa chuyển.',
    'Đã trở lại bình thường. Trước đó: 9 phiếu chưa chuyển.',
  ]);
});

test('what a run was telling when it was cut off is told by a later one, passed or well again', async ({
  db,
}) => {
  const told: string[] = [];
  const tell = async (words: string) => void told.push(words);
  const fault = { name: 'queue', words: '7 phiếu chưa chuyển.' } as const;
  const cutOff = async (faults: readonly (typeof fault)[]) => {
    const begun = Promise.withResolvers<void>();
    void watchBounds(db, faults, () => {
      begun.resolve();
      return new Promise(() => undefined);
    });
    await begun.promise;
    await watchBounds(db, faults, tell);
    await db.query(`update health_alerts set claimed_at = claimed_at - interval '3 minutes'`);
    await watchBounds(db, faults, tell);
  };
  await cutOff([fault]);
  expect(told).toEqual(['Cần xử lý: 7 phiếu chưa chuyển.']);
  await cutOff([]);
  expect(told.slice(1)).toEqual(['Đã trở lại bình thường. Trước đó: 7 phiếu chưa chuyển.']);
  expect((await db.query('select 1 from health_alerts')).rowCount).toBe(0);
});

test('what is well again before anybody was told of it, and what is passed once more meanwhile, is not told as new', async ({
  db,
}) => {
  const told: string[] = [];
  const tell = async (words: string) => void told.push(words);
  const failing = () => Promise.reject(new Error('The webhook is down.'));
  const fault = { name: 'queue', words: '7 phiếu chưa chuyển.' } as const;
  await expect(watchBounds(db, [fault], failing)).rejects.toThrow('webhook');
  await watchBounds(db, [], tell);
  expect(told).toEqual([]);
  await watchBounds(db, [fault], tell);
  await expect(watchBounds(db, [], failing)).rejects.toThrow('webhook');
  await watchBounds(db, [fault], tell);
  expect(told).toEqual(['Cần xử lý: 7 phiếu chưa chuyển.']);
});

test('a database that is away for five minutes is told of once, and once when it is back', async () => {
  const told: string[] = [];
  let [isThere, isHeard] = [true, false];
  const look = databaseWatch(
    async () => isThere,
    async (words) => {
      if (!isHeard) throw new Error('The webhook is down.');
      told.push(words);
    },
  );
  const at = (minutes: number) => look(new Date(Date.parse('2027-03-01T08:00:00+07:00') + minutes * 60_000));
  await at(0);
  isThere = false;
  await at(1);
  await at(5);
  isThere = true;
  await at(5.5);
  isThere = false;
  await at(6);
  await expect(at(11)).rejects.toThrow('webhook');
  isHeard = true;
  await at(11.5);
  await at(12);
  isThere = true;
  await at(13);
  await at(14);
  expect(told).toEqual([
    'Cần xử lý: Cơ sở dữ liệu không trả lời từ 08:06 ngày 01 tháng 3 năm 2027; chưa nhận được phiếu.',
    'Đã trở lại bình thường. Trước đó: Cơ sở dữ liệu không trả lời từ 08:06 ngày 01 tháng 3 năm 2027.',
  ]);
});

test('the webhook and the letter carry the words and the address of the page', async () => {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(await text(request));
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const letters: string[] = [];
  const deliver = async ({ subject, text: words }: { subject: string; text: string }) => {
    letters.push(`${subject} ${words}`);
    return { ok: true } as const;
  };
  const channels = {
    webhookUrl: `http://127.0.0.1:${port}/`,
    mail: { deliver, to: 'truc@vi-du.invalid' },
    siteUrl: 'https://vi-du.invalid',
  };
  await tellOperator(channels)('Cần xử lý: một phiếu.');
  expect(JSON.parse(bodies[0] ?? '')).toEqual({
    text: 'Cần xử lý: một phiếu.\nhttps://vi-du.invalid/suc-khoe/',
  });
  expect(letters[0]).toContain('Cần xử lý: một phiếu.');
  server.close();
  await expect(tellOperator({ ...channels, mail: null })('x')).rejects.toThrow('not told');
});
