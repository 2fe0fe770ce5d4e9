import { leasedQueue } from './leased-queue.ts';

/** A run leases an attachment for a minute and waits a minute before the second try, while its address works. */
export const attachmentPatience = { leaseMs: 60_000, retryMs: 60_000 };

/**
 * A queue of attachments to fetch. The table has the columns of a leased queue, and `attachment`, `url`, `url_at`, `bytes` and
 * `set_aside_at`. An address of Airtable works for two hours: https://airtable.com/developers/web/api/field-model#multipleattachment
 */
export function attachmentQueue(table: string) {
  const queue = leasedQueue({
    table,
    key: 'attachment',
    done: 'bytes',
    setAside: 'set_aside_at',
    longestWait: '1 hour',
  });
  const isOld = `${table}.url_at < now() - interval '1 hour'`;
  return {
    ...queue,
    /** SQL: whether the row with this alias is due for a try, and its address works. */
    isDue: (alias: string) => `${queue.isDue(alias)} and ${alias}.url_at > now() - interval '2 hours'`,
    /** SQL: what `on conflict` updates. A fresh address resets the tries. */
    renewed: `url = excluded.url, url_at = now(),
      attempts = case when ${isOld} then 0 else ${table}.attempts end,
      next_attempt_at = case when ${isOld} then now() else ${table}.next_attempt_at end`,
    /** SQL: whether a row is still to be fetched; a refused file stays refused. */
    isWanted: `${table}.bytes is null and ${table}.set_aside_at is null`,
  };
}
