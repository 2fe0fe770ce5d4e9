import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

/** A figure of the code: its file, and where it stands there. */
interface Figure {
  file: string;
  at: RegExp;
}

const buildTakes: Figure = { file: 'src/back-office/sync/rebuild.ts', at: /buildTakesMs = (\d+) \* 60_000/ };
const longestWait: Figure = {
  file: 'src/back-office/sync/rebuild.ts',
  at: /longestWaitMs = (\d+) \* 60_000/,
};
const gap: Figure = { file: 'src/back-office/sync/airtable-rate-limit.ts', at: /gapMs: (\d{3,})/ };
const nightFrom: Figure = { file: 'src/back-office/sync/poll-times.ts', at: /night = \{ from: (\d+)/ };
const nightTo: Figure = { file: 'src/back-office/sync/poll-times.ts', at: /night = \{ from: \d+, to: (\d+)/ };
const quiet: Figure = { file: 'src/back-office/sync/poll-times.ts', at: /quietTimes = (\d+)/ };
const limits = 'src/filing/abuse/server/submission-limit.ts';
const anHour: Figure = { file: limits, at: /export const submissionsAnHour = (\d+)/ };
const doubtAnHour: Figure = { file: limits, at: /usualDoubts: Doubts = \{ submissionsAnHour: (\d+)/ };
const doubtAMinute: Figure = { file: limits, at: /submissionsAMinute: (\d+), lookEveryMs/ };
const lookUps: Figure = { file: 'src/filing/abuse/server/count-limit.ts', at: /ofCode: (\d+)/ };
const misses: Figure = { file: 'src/filing/follow-up/access.ts', at: /misses = \{ ofCode: (\d+)/ };
const syncBound: Figure = { file: 'src/back-office/health/bounds.ts', at: /syncMs: (\d+) \* minuteMs/ };
const rebuildBound: Figure = { file: 'src/back-office/health/bounds.ts', at: /rebuildMs: (\d+) \* minuteMs/ };

const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const same = (value: number) => String(value);
const inWords = (value: number) => words[value] ?? String(value);
/** Most calls in any second. */
const aSecond = (gapMs: number) => inWords(Math.ceil(1_000 / gapMs));

/** What documents say of figures that operators act on: the sentence with the figure left out, and how the figure is written there. */
const said: readonly [string, RegExp, Figure, (value: number) => string][] = [
  ['docs/operations.md', /asks again after (\d+) minutes, then/, buildTakes, same],
  ['docs/operations.md', /then after (\d+), \d+ and so on/, buildTakes, (value) => String(2 * value)],
  ['docs/operations.md', /same public set, or after (\w+) minutes/, longestWait, inWords],
  ['docs/deploy.md', /called again after (\d+) minutes, then/, buildTakes, same],
  ['docs/operations.md', /All syncs together make (\w+) calls a second/, gap, aSecond],
  ['docs/glossary.md', /(\w+) calls a second to Airtable/i, gap, aSecond],
  ['docs/operations.md', /one each \w+ minutes from (\d+):00 to 6:00/, nightFrom, same],
  ['docs/operations.md', /minutes from 20:00 to (\d+):00/, nightTo, same],
  ['docs/operations.md', /one each (\w+) minutes from 20:00/, quiet, inWords],
  ['docs/operations.md', /từ (\d+) giờ đến 6 giờ/, nightFrom, same],
  ['docs/operations.md', /One sender sent very many +\| more than (\d+) within/, anHour, same],
  ['docs/operations.md', /One sender sent many submissions +\| more than (\d+) within/, doubtAnHour, same],
  ['docs/operations.md', /All senders together +\| more than (\d+) stored/, doubtAMinute, same],
  ['docs/operations.md', /Look-ups of one code +\| more than (\d+) within/, lookUps, same],
  ['docs/operations.md', /Wrong keys or contacts for one code +\| more than (\d+) within/, misses, same],
  ['docs/operations.md', /no run ended for (\d+) minutes/, syncBound, same],
  ['docs/operations.md', /not on the site after (\d+) minutes/, rebuildBound, same],
];

for (const [path, sentence, { file, at }, written] of said)
  test(`${path} says what ${file} holds: ${sentence.source}`, () => {
    const value = Number(at.exec(readFileSync(file, 'utf8'))?.[1]);
    expect(sentence.exec(readFileSync(path, 'utf8'))?.[1]?.toLowerCase()).toBe(written(value));
  });
