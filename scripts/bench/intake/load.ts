import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { z } from 'zod';
import { autocannon } from '../autocannon.ts';

/** What a round of load came to. */
export interface IntakeRound {
  acceptedASecond: number;
  p99Ms: number;
  /** Answers that were not 201, and connections that failed. */
  failed: number;
  /** What the accepted ones were given: `code`, else `id`. */
  receipts: string[];
}

const receiptSchema = z.union([
  z.object({ code: z.string() }).transform(({ code }) => code),
  z.object({ id: z.string() }).transform(({ id }) => id),
]);

/** Starts a handler in a process of its own; its address and process id. */
export async function startHandler(kind: 'bare' | 'form', databaseUrl: string) {
  const child: ChildProcess = fork('scripts/bench/intake/server.ts', [kind, databaseUrl]);
  const [port] = await once(child, 'message');
  return {
    url: `http://127.0.0.1:${port}/api/forms/de-cu-tap-the`,
    pid: child.pid ?? 0,
    stop: () => child.kill(),
  };
}

/** Sends one nomination after the other, each with a key and a name of its own, on `connections` connections for `seconds`. */
export async function loadIntake(
  url: string,
  nomination: Record<string, unknown>,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<IntakeRound> {
  const receipts: string[] = [];
  const { name, ...others } = nomination;
  const body = JSON.stringify(others).slice(1);
  const named = () => {
    const id = randomUUID();
    return `{"submissionKey":"${id}","name":${JSON.stringify(`${name} ${id}`)},${body}`;
  };
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        setupRequest: (request) => ({ ...request, body: named() }),
        onResponse: (status, text) => {
          if (status === 201) receipts.push(receiptSchema.parse(JSON.parse(text)));
        },
      },
    ],
  });
  return {
    acceptedASecond: receipts.length / result.duration,
    p99Ms: result.latency.p99,
    failed: result.non2xx + result.errors,
    receipts,
  };
}
