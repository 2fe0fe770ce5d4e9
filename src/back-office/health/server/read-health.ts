import { stateDays } from '../../../filing/status/state-days.ts';
import type { Database } from '../../../platform/postgres.ts';
import { isSameSecret } from '../../../platform/same-secret.ts';
import { waitingRows } from '../../waiting-rows.ts';
import { type FaultName, faultsOf, knownSince, type Measures, services } from '../bounds.ts';
import type { AddressOfRow, Alert, Health, ServiceHealth } from '../health.ts';
import { openAlerts } from './alerts.ts';
import { listedRows } from './listed-rows.ts';
import { measure } from './measure.ts';

/** Where the facts come from. */
export interface HealthTools {
  db: Database;
  monthlyCalls: number;
  freeDisk: () => Promise<number | null>;
}

/** And where the rows are that staff are to open. */
export interface HealthSources extends HealthTools {
  readAddresses: () => Promise<AddressOfRow>;
}

/** Whether a typed key is the operator's. Without a key in the settings none fits. */
export const isOperator = (typed: string, key: string | undefined): boolean =>
  key !== undefined && isSameSecret(key, typed);

function servicesOf(
  faults: readonly FaultName[],
  alerts: readonly Alert[],
  measures: Measures,
): ServiceHealth[] {
  return services.map(({ id, name, stoppedBy }) => {
    const stopping = faults.filter((fault) => stoppedBy.some((one) => one === fault));
    const times = [
      ...alerts.filter((alert) => stopping.includes(alert.name)).map(({ since }) => since),
      ...stopping.map((fault) => knownSince(fault, measures)),
    ].flatMap((time) => time?.getTime() ?? []);
    const since = times.length > 0 ? new Date(Math.min(...times)) : null;
    return { id, name, ok: stopping.length === 0, since };
  });
}

const allStopped = (): ServiceHealth[] =>
  services.map(({ id, name }) => ({ id, name, ok: false, since: null }));

/** Reads the health of the service; never throws: a store that does not answer is the answer. */
export async function readHealth(
  { db, monthlyCalls, freeDisk, readAddresses }: HealthSources,
  isForStaff: boolean,
  now: Date,
): Promise<Health> {
  try {
    const measures = await measure(db, { monthlyCalls, freeDisk: await freeDisk() });
    const alerts = await openAlerts(db);
    const found = servicesOf(
      faultsOf(measures, now).map(({ name }) => name),
      alerts,
      measures,
    );
    return {
      ok: found.every(({ ok }) => ok),
      checkedAt: now,
      services: found,
      details: isForStaff
        ? {
            measures,
            alerts,
            waitingRows: await listedRows(db, await waitingRows(db), await readAddresses()),
            stateDays: await stateDays(db),
          }
        : null,
    };
  } catch {
    return { ok: false, checkedAt: now, services: allStopped(), details: null };
  }
}
