import type { DeliveryReport } from '../../filing/delivery/deliver.ts';

/** What a run did, for its log line. */
export interface SyncReport extends DeliveryReport {
  rebuild: boolean;
  /** Number of letters sent: copies of receipts, and letters about new states. */
  mailed: number;
  problems: string[];
  /** Those of `problems` that no run told within the last hour. */
  news: string[];
}

/** The report of a run that has done nothing yet. */
export const emptyReport = (): SyncReport => ({
  delivered: 0,
  setAside: 0,
  failure: null,
  broken: [],
  rebuild: false,
  mailed: 0,
  problems: [],
  news: [],
});

/** Logs a run that did something or met a problem that was not logged within the hour. The lines name submissions only by their codes. */
export function logReport(report: SyncReport): void {
  const { delivered, setAside, failure, rebuild, mailed, news } = report;
  if (delivered > 0 || rebuild)
    console.log(`Sync: ${delivered} delivered${rebuild ? ', rebuild asked for' : ''}.`);
  if (mailed > 0) console.log(`Sync: ${mailed} letters sent.`);
  if (setAside > 0)
    console.error(`Sync: ${setAside} rows were refused and set aside; see deliveries.last_error.`);
  for (const problem of failure === null ? news : [...news, failure]) console.error(`Sync: ${problem}`);
}
