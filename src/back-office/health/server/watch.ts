import { within } from '../../../platform/within.ts';
import { faultsOf } from '../bounds.ts';
import { type TellOperator, watchBounds } from './alerts.ts';
import { measure } from './measure.ts';
import type { HealthTools } from './read-health.ts';

/** Less than the platform gives a run; longer than a webhook and a mail server take. */
const patienceMs = 25_000;

/**
 * Measures the service and tells the operator of bounds that are passed, or well again. It is no part of the sync, which may be what
 * is ill. Rejects with what went wrong, and when it takes too long: the next watch tells what this one did not.
 */
export async function watchHealth(
  { db, monthlyCalls, freeDisk }: HealthTools,
  tell: TellOperator,
  now: Date,
): Promise<void> {
  const watch = async () => {
    const measures = await measure(db, { monthlyCalls, freeDisk: await freeDisk() });
    await watchBounds(db, faultsOf(measures, now), tell);
  };
  await within(patienceMs, watch(), () => new Error(`The watch took longer than ${patienceMs} ms.`));
}
