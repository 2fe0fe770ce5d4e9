import type { StateDays } from '../../filing/status/state-days.ts';
import type { WaitingRow } from '../waiting-rows.ts';
import type { Fault, Measures, services } from './bounds.ts';

/** A bound that is passed, and since when. */
export interface Alert extends Fault {
  since: Date;
}

/** A service as a visitor sees it; `since` is when it stopped, if that is known. */
export interface ServiceHealth {
  id: (typeof services)[number]['id'];
  name: string;
  ok: boolean;
  since: Date | null;
}

/** The address at which staff open a row; null where the table is not known yet. `table`: its name in the code. */
export type AddressOfRow = (table: string, recordId: string) => string | null;

/** A row of the list for staff; `address` opens it in the base, null where it has no row there. */
export interface ListedRow extends WaitingRow {
  address: string | null;
}

/** What staff see besides. */
export interface HealthDetails {
  measures: Measures;
  alerts: Alert[];
  waitingRows: ListedRow[];
  /** How long submissions stood in each state. */
  stateDays: StateDays[];
}

/** The health of the service. `details` is null for a visitor and where PostgreSQL does not answer. */
export interface Health {
  ok: boolean;
  checkedAt: Date;
  services: ServiceHealth[];
  details: HealthDetails | null;
}
