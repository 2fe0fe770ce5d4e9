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
