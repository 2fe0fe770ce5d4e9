/** What the statement writes besides the row of the submission. */
interface Also {
  /** A receipt copy in the outbox, committed together with the submission. */
  copy: boolean;
  /** A mark that the pass is used, so that it works only once. */
  pass: boolean;
}

const filings = '(select coalesce(max(filings), 0) from counted)';
const isWithinLimit = `${filings} <= $12::int`;
const isDoubted = `($13::boolean or ${filings} > $14::int)`;
const mayBeStored = (pass: boolean): string =>
  `${isWithinLimit} and (not ${isDoubted}${pass ? ' or exists (select from used)' : ''})`;

/**
 * Frees what would make the new submission a duplicate. A withdrawn submission gives up its content digest and a key made from
 * its content; a submission older than a day gives up its digest. A submission that is not stored frees nothing.
 */
const released = (pass: boolean): string => `, released as (
    update submissions set
      content_digest = null,
      submission_key = case when submission_key = $4 then submission_key || ' ' || code else submission_key end
    where ${mayBeStored(pass)} and (
         (content_digest = $15 and (received_at <= now() - interval '1 day' or state = any ($16::text[])))
      or (form = $2 and submission_key = $4 and $4 like 'sha256:%' and state = any ($16::text[])))
    returning code
  )`;

const copied = ', copied as (insert into receipt_copies (code) select code from new)';

const used = `, used as (
    insert into used_passes (id, expires_at) select $17, $18 where ${isWithinLimit} and ${isDoubted}
    on conflict do nothing returning id
  )`;

/**
 * Counts the submission of the sender, then inserts the submission: one statement is one transaction and one round trip. Inserts
 * nothing where the sender is over the limit, where the submission is doubted and has no unused pass, or where a submission with the
 * same key or content exists. The insert reads `released`, so that it runs after that update. Returns the sender's number of
 * submissions this hour and the stored row.
 */
const statement = ({ copy, pass }: Also) => `with counted as (
    insert into filing_counts (address_digest, hour, filings)
    select $10::text, $11::timestamptz, 1 where $10::text is not null
    on conflict (address_digest, hour) do update set filings = filing_counts.filings + 1
    returning filings
  )${pass ? used : ''}${released(pass)}, new as (
    insert into submissions
      (code, form, form_version, submission_key, unit_code, answers, consent_version, state, filed_fast, content_digest)
    select $1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9::boolean, $15
    where ${mayBeStored(pass)}
      and (select count(*) from released) >= 0
    on conflict do nothing
    returning code, received_at
  )${copy ? copied : ''}
  select ${filings} as filings, code, received_at as "receivedAt" from (select) one left join new on true`;

const plain = { name: 'save-submission', text: statement({ copy: false, pass: false }) };
const withCopy = { name: 'save-submission-copy', text: statement({ copy: true, pass: false }) };
const withPass = { name: 'save-submission-pass', text: statement({ copy: false, pass: true }) };
const withBoth = { name: 'save-submission-copy-pass', text: statement({ copy: true, pass: true }) };

/** The statement that stores a submission, with a name, so that each connection plans it once. */
export function saveStatement({ copy, pass }: Also): { name: string; text: string } {
  if (pass) return copy ? withBoth : withPass;
  return copy ? withCopy : plain;
}
