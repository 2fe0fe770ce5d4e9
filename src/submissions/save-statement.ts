/** What a filing writes besides its two rows. */
interface Also {
  /** A copy of the receipt by e-mail: on its way from the moment the filing is safe, and never without it. */
  copy: boolean;
  /** The use of a pass: none opens the way twice. */
  pass: boolean;
}

const copied = ', copied as (insert into receipt_copies (code) select code from new)';

const used = `, used as (
    insert into used_passes (id, expires_at) select $18, $19 from judged where "isDoubted" and not "isTooMany"
    on conflict do nothing returning id
  )`;

/**
 * The count of the sender, the doubts, then both rows or none: one statement is its own transaction, and takes one round
 * trip. Whoever files too often is counted, and nothing is stored; nor is what is doubted and has no unused pass.
 * How many were stored in the last minute is looked up only when $15 says so.
 */
const statement = ({ copy, pass }: Also) => `with counted as (
    insert into filing_counts (address_digest, hour, filings)
    select $9::text, $10::timestamptz, 1 where $9::text is not null
    on conflict (address_digest, hour) do update set filings = filing_counts.filings + 1
    returning filings
  ), seen as (
    select coalesce((select filings from counted), 0) as filings,
      case when $15::boolean then (
        select count(*) >= $16::int from (
          select from submissions where received_at > now() - interval '1 minute' limit $16::int
        ) minute
      ) else $17::boolean end as "isBusy"
  ), judged as (
    select filings > $11::int as "isTooMany", "isBusy",
      $12::boolean or filings > $14::int or "isBusy" as "isDoubted" from seen
  )${pass ? used : ''}, new as (
    insert into submissions
      (code, form, form_version, submission_key, unit_code, answers, consent_version, state, filed_fast)
    select $1, $2, $3, $4, $5, $6::jsonb, $7, $8, $13::boolean from judged
    where not "isTooMany" and (not "isDoubted"${pass ? ' or exists (select from used)' : ''})
    on conflict (form, submission_key) do nothing
    returning code, form, received_at
  ), queued as (insert into deliveries (code) select code from new)${copy ? copied : ''}
  select "isTooMany", "isBusy", "isDoubted", code, form, received_at as "receivedAt"
  from judged left join new on true`;

const plain = { name: 'save-submission', text: statement({ copy: false, pass: false }) };
const withCopy = { name: 'save-submission-copy', text: statement({ copy: true, pass: false }) };
const withPass = { name: 'save-submission-pass', text: statement({ copy: false, pass: true }) };
const withBoth = { name: 'save-submission-copy-pass', text: statement({ copy: true, pass: true }) };

/** The statement that stores a filing, with the name under which a connection plans it once. */
export function saveStatement({ copy, pass }: Also): { name: string; text: string } {
  if (pass) return copy ? withBoth : withPass;
  return copy ? withCopy : plain;
}
