import { expect, test } from '@playwright/test';
import { answerTakedown } from '../../../src/back-office/takedown/answer-takedown.ts';
import { readTakedownLink, takedownLink } from '../../../src/back-office/takedown/link.ts';

const secret = 'x'.repeat(32);
const origin = 'https://thidua.example';
const inAnHour = () => new Date(Date.now() + 3_600_000);
const parametersOf = (link: string) => new URL(link, origin).searchParams;

function tools() {
  const taken: string[][] = [];
  let builds = 0;
  const takeDown = async (id: string, reason: string) => {
    taken.push([id, reason]);
    return id !== 'MH-9999';
  };
  const askForBuild = async () => {
    builds += 1;
  };
  return { tools: { secret, takeDown, askForBuild }, taken, builds: () => builds };
}
const post = (parameters: URLSearchParams) =>
  new Request(`${origin}/go-khan-cap/`, { method: 'POST', body: parameters });

test('a link takes down its story alone, until it expires', () => {
  const link = takedownLink(secret, { id: 'MH-0001', expiresAt: inAnHour() });
  expect(readTakedownLink(secret, parametersOf(link), new Date())).toMatchObject({ id: 'MH-0001' });
  const changes = [
    ['ma', 'MH-0002'],
    ['het', String(Date.now() + 9_000_000)],
    ['khoa', ''],
  ] as const;
  for (const [name, value] of changes) {
    const parameters = parametersOf(link);
    parameters.set(name, value);
    expect(readTakedownLink(secret, parameters, new Date())).toBeNull();
  }
  expect(readTakedownLink(secret, parametersOf(link), new Date(Date.now() + 3_700_000))).toBeNull();
  expect(readTakedownLink('y'.repeat(32), parametersOf(link), new Date())).toBeNull();
});

test('opening the link changes nothing; sending a reason takes the story down and asks for a build', async () => {
  const { tools: services, taken, builds } = tools();
  const link = takedownLink(secret, { id: 'MH-0001', expiresAt: inAnHour() });
  const opened = await answerTakedown(new Request(origin + link), services);
  expect([opened.status, opened.headers.get('cache-control'), opened.headers.get('x-robots-tag')]).toEqual([
    200,
    'no-store',
    'noindex',
  ]);
  expect(taken).toEqual([]);
  const parameters = parametersOf(link);
  parameters.set('ly-do', '  ');
  expect((await answerTakedown(post(parameters), services)).status).toBe(422);
  parameters.set('ly-do', 'Theo yêu cầu <b>.');
  const done = await answerTakedown(post(parameters), services);
  expect([done.status, taken, builds()]).toEqual([200, [['MH-0001', 'Theo yêu cầu <b>.']], 1]);
  parameters.set('khoa', 'sai');
  expect((await answerTakedown(post(parameters), services)).status).toBe(403);
});
