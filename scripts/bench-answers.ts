import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { receiptAnswer } from '../src/filing/answers/look-up-answers.ts';
import { deCuCaNhan } from '../src/filing/definitions/de-cu-ca-nhan.ts';
import { fieldsOf } from '../src/filing/definitions/form.ts';
import { askPage } from '../src/filing/follow-up/render-request-page.ts';
import { fillForm } from '../src/filing/forms/server/fill-form.ts';
import { fillStatusPage } from '../src/filing/status/server/fill-status-page.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';

// `npm run bench:answers`: what a page costs that a function answers with, on the built site in `dist` or in a folder that is named: a form sent back with
// mistakes, the page that asks some of it again, a receipt. CPU time holds on a busy machine too; the clock does not.
const rounds = 3;
const answers = 150;

const text = 'Số hóa quy trình, giảm một nửa thời gian “chờ” & <đợi>. '.repeat(20);
const names = [...fieldsOf(deCuCaNhan).keys()];
const pairs = names.map((name) => [name, text] as const);
const errors = names.slice(0, 5).map((field) => ({ field, message: 'Nhập lại câu này.' }));
const [form, receipt] = await Promise.all(
  [deCuCaNhan.path, receiptAnswer.path].map(builtPageReader(process.argv[2] ?? 'dist')),
);
const code = 'DN26-0000-0000-00';
const day = '2026-07-02T02:00:00Z';
const status = {
  code,
  form: deCuCaNhan.id,
  state: 'moi-tiep-nhan',
  stateLabel: 'Mới tiếp nhận',
  receivedAt: day,
  changedAt: day,
  nextStep: text.slice(0, 100),
  turn: 'Sở Nội vụ',
  answerBy: null,
  answerByLabel: '',
  questionsOpen: false,
};
const again = {
  code,
  form: deCuCaNhan,
  kind: 'bo-sung',
  asked: names.slice(0, 5),
  isNamed: true,
  guidance: text,
  answers: {},
  round: 0,
} as const;

const ways = {
  'form with mistakes': () => fillForm(form ?? '', pairs, { errors }),
  'asked again': () => askPage(form ?? '', again, 'khoa', pairs, { errors }),
  receipt: () =>
    fillStatusPage(receipt ?? '', { typed: code, key: '', parts: ['found', 'waits', 'closed'], status }),
};

/** Milliseconds of one answer: by the clock, and of the processor. */
async function measure(work: () => string, concurrency: number) {
  const took: number[] = [];
  const before = process.cpuUsage();
  const one = async () => {
    while (took.length < answers) {
      const begun = performance.now();
      await turn();
      work();
      took.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  const { user, system } = process.cpuUsage(before);
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor((took.length - 1) * share)]?.toFixed(1);
  return `${((user + system) / 1000 / took.length).toFixed(1)} ms CPU, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

for (const work of Object.values(ways)) await measure(work, 1);
for (let round = 1; round <= rounds; round += 1)
  for (const [name, work] of Object.entries(ways))
    for (const concurrency of [1, 10])
      console.log(`${round}. ${name}, ${concurrency} at once: ${await measure(work, concurrency)}`);
console.log(
  `load average ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);
