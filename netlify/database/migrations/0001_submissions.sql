-- A filed form. Written in one transaction with its delivery, before any receipt is shown.
create table submissions (
  code text primary key,
  form text not null,
  form_version text not null,
  -- A UUID made by the page, or a digest of the answers: a retry finds the first row.
  submission_key text not null,
  unit_code text,
  answers jsonb not null,
  consent_version text not null,
  received_at timestamptz not null default now(),
  -- The inner state, as staff set it in Airtable.
  state text not null default 'moi-tiep-nhan',
  guidance text,
  changed_at timestamptz not null default now(),
  unique (form, submission_key)
);

-- The way of one submission to Airtable: a queue, read with FOR UPDATE SKIP LOCKED.
create table deliveries (
  code text primary key references submissions on delete cascade,
  attempts integer not null default 0,
  -- Also the lease of the sync that holds the row: nobody else takes it before.
  next_attempt_at timestamptz not null default now(),
  last_error text,
  delivered_at timestamptz,
  -- Refused for what the row holds; waits for a person, never retried by itself.
  set_aside_at timestamptz
);

create index deliveries_due on deliveries (next_attempt_at)
  where delivered_at is null and set_aside_at is null;

-- Filings counted per address and hour; the address is kept only as a digest.
create table filing_counts (
  address_digest text not null,
  hour timestamptz not null,
  filings integer not null,
  primary key (address_digest, hour)
);
