import type { DeliveryOutcome } from '../../filing/submission.ts';

/** An outcome in which nothing happened. */
export const nothing: DeliveryOutcome = { delivered: [], refused: [], failure: null, postponed: false };

/** The outcome of two parts of one batch. */
export const join = (first: DeliveryOutcome, second: DeliveryOutcome): DeliveryOutcome => ({
  delivered: [...first.delivered, ...second.delivered],
  records: { ...first.records, ...second.records },
  conflicts: { ...first.conflicts, ...second.conflicts },
  kept: { ...first.kept, ...second.kept },
  lacking: { ...first.lacking, ...second.lacking },
  refused: [...first.refused, ...second.refused],
  failure: first.failure ?? second.failure,
  postponed: first.postponed || second.postponed,
});
