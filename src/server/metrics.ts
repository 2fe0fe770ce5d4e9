import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** A request that was answered. */
export interface Answered {
  method: string;
  /** The path that a function declares, or `static`. */
  route: string;
  status: number;
  tookMs: number;
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** Counts what the server does, for Prometheus. Labels come from the code, never from a visitor. */
export function serverMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Answered requests.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer.',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers,
  });
  const leads = new Gauge({
    name: 'leader',
    help: '1 while this process does the work.',
    labelNames: ['work'],
    registers,
  });
  const runs = new Counter({
    name: 'job_runs_total',
    help: 'Runs of the scheduled work, of the watch over it, and of the builder.',
    labelNames: ['work', 'outcome'],
    registers,
  });
  return {
    registry,
    answered: ({ method, route, status, tookMs }: Answered) => {
      requests.inc({ method: knownMethods.has(method) ? method : 'other', route, status });
      seconds.observe({ route }, tookMs / 1_000);
    },
    leads: (work: string, isLeader: boolean) => leads.set({ work }, isLeader ? 1 : 0),
    ran: (work: string, outcome: 'done' | 'failed') => runs.inc({ work, outcome }),
  };
}

/** See `serverMetrics`. */
export type ServerMetrics = ReturnType<typeof serverMetrics>;
