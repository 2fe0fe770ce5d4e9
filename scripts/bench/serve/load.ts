import { autocannon } from '../autocannon.ts';
import { untilQuiet } from './until-quiet.ts';

/** What a round of load came to. */
export interface ServeRound {
  aSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Answers with another status than the wanted one, and connections that failed. */
  failed: number;
}

/** What is asked again and again: one address, or several in turn. */
export interface AskedAddress {
  path: string | readonly string[];
  status: number;
  headers?: Record<string, string>;
  method?: 'GET' | 'POST';
  body?: string;
}

/** How many connections ask at once, and for how many seconds; with `aSecond`, no more than that in all. */
export interface LoadShape {
  connections: number;
  seconds: number;
  aSecond?: number;
}

let visitors = 0;

/** An address of the Internet that nobody asked from before. */
export function nextVisitor(): string {
  visitors += 1;
  return `2001:db8:${(visitors >> 16).toString(16)}:${(visitors & 0xffff).toString(16)}::1`;
}

/** Asks again and again, each time as another visitor behind the proxy. */
export async function loadAddress(
  origin: string,
  { path, status, headers = {}, method = 'GET', body }: AskedAddress,
  { connections, seconds, aSecond }: LoadShape,
): Promise<ServeRound> {
  const paths = [path].flat();
  let [wanted, turn] = [0, 0];
  const nextPath = () => {
    turn = (turn + 1) % paths.length;
    return paths[turn] ?? '';
  };
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    ...(aSecond !== undefined && { overallRate: aSecond }),
    requests: [
      {
        method,
        path: paths[0] ?? '',
        setupRequest: (request) => ({
          ...request,
          path: nextPath(),
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
