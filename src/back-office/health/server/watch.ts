import { faultsOf } from '../bounds.ts';
import { type TellOperator, watchBounds } from './alerts.ts';
import { measure, noteRun } from './measure.ts';
import type { HealthTools } from './read-health.ts';

/**
 * Notes that a sync run ended and tells the operator of bounds that are passed, or well again. Never throws; resolves with what
 * went wrong in telling, or null.
 */
export async function watchHealth(
  { db, monthlyCalls, freeDisk }: HealthTools,
  tell: TellOperator,
  now: Date,
): Promise<string | null> {
  try {
    await noteRun(db, now);
    const measures = await measure(db, { monthlyCalls, freeDisk: await freeDisk() });
    await watchBounds(db, faultsOf(measures, now), tell);
    return null;
  } catch (error) {
    return `health: ${error instanceof Error ? error.message : String(error)}`;
  }
}
