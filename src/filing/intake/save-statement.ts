/** What a filing writes besides its row. */
interface Also {
  /** A copy of the receipt by e-mail: on its way from the moment the filing is safe, and never without it. */
  copy: boolean;
  /** The use of a pass: none opens the way twice. */
  pass: boolean;
}

const filings = '(select coalesce(max(filings), 0) from counted)';
const isWithinLimit = `${filings} <= $12::int`;
const isDoubted = `($13::boolean or ${filings} > $14::int)`;

/**
 * A filing that was withdrawn gives its content, and a key that is made of it, to the one that is filed anew; one that is older
 * than a day gives its content.
 */
const released = `, released as (
    update submissions set
      content_digest = null,
      submission_key = case when submission_key = $4 then submission_key || ' ' || code else submission_key end
    where (content_digest = $15 and (received_at <= now() - interval '1 day' or state = any ($16::text[])))
       or (form = $2 and submission_key = $4 and $4 like 'sha256:%' and state = any ($16::text[]))
    returning code
  )`;

const copied = ', copied as (insert into receipt_copies (code) select code from new)';

const used = `, used as (
    insert into used_passes (id, expires_at) select $17, $18 where ${isWithinLimit} and ${isDoubted}
    on conflict do nothing returning id
  )`;

/**
 * The count of the sender, then the row: one statement is its own transaction, and takes one round trip. Whoever
 * files too often is counted, and nothing is stored; nor is what is doubted and has no unused pass, nor what is there already, by
 * its key or by its content. The insert reads what was released, so that it runs after it. Says how many filings of the sender
 * that makes, and what was stored.
 */
const statement = ({ copy, pass }: Also) => `with counted as (
    insert into filing_counts (address_digest, hour, filings)
    select $10::text, $11::timestamptz, 1 where $10::text is not null
    on conflict (address_digest, hour) do update set filings = filing_counts.filings + 1
    returning filings
  )${pass ? used : ''}${released}, new as (
    insert into submissions
      (code, form, form_version, submission_key, unit_code, answers, consent_version, state, filed_fast, content_digest)
    select $1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9::boolean, $15
    where ${isWithinLimit} and (not ${isDoubted}${pass ? ' or exists (select from used)' : ''})
      and (select count(*) from released) >= 0
    on conflict do nothing
    returning code, received_at
  )${copy ? copied : ''}
  select ${filings} as filings, code, received_at as "receivedAt" from (select) one left join new on true`;

const plain = { name: 'save-submission', text: statement({ copy: false, pass: false }) };
const withCopy = { name: 'save-submission-copy', text: statement({ copy: true, pass: false }) };
const withPass = { name: 'save-submission-pass', text: statement({ copy: false, pass: true }) };
const withBoth = { name: 'save-submission-copy-pass', text: statement({ copy: true, pass: true }) };

/** The statement that stores a filing, with the name under which a connection plans it once. */
export function saveStatement({ copy, pass }: Also): { name: string; text: string } {
  if (pass) return copy ? withBoth : withPass;
  return copy ? withCopy : plain;
}
