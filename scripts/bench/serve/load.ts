import autocannon from 'autocannon';

/** What a round of load came to. */
export interface ServeRound {
  aSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Answers with another status than the wanted one, and connections that failed. */
  failed: number;
}

/** What is asked again and again. */
export interface AskedAddress {
  path: string;
  status: number;
  headers?: Record<string, string>;
  method?: 'GET' | 'POST';
  body?: string;
}

const quickMs = 50;
const quickInARow = 20;
const patienceMs = 30_000;

/** Requests that the end of a round cut off are still being answered: the next round must not pay for them. */
async function untilQuiet(origin: string): Promise<void> {
  const end = performance.now() + patienceMs;
  for (let quick = 0; quick < quickInARow && performance.now() < end;) {
    const begun = performance.now();
    await fetch(origin).then((answer) => answer.arrayBuffer());
    quick = performance.now() - begun < quickMs ? quick + 1 : 0;
  }
}

let visitors = 0;

/** Asks for one thing on so many connections for so many seconds, each time as another visitor behind the proxy. */
export async function loadAddress(
  origin: string,
  { path, status, headers = {}, method = 'GET', body }: AskedAddress,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<ServeRound> {
  let wanted = 0;
  const nextVisitor = () => {
    visitors += 1;
    return `2001:db8:${(visitors >> 16).toString(16)}:${(visitors & 0xffff).toString(16)}::1`;
  };
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    requests: [
      {
        method,
        path,
        setupRequest: (request) => ({
          ...request,
          headers: { ...request.headers, ...headers, 'x-forwarded-for': nextVisitor() },
          ...(body !== undefined && { body }),
        }),
        onResponse: (answered) => {
          if (answered === status) wanted += 1;
        },
      },
    ],
  });
  await untilQuiet(origin);
  return {
    aSecond: wanted / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    failed: result.requests.total - wanted + result.errors,
  };
}
