-- Files of a model for units that do the same, by Airtable's id of the attachment. The bytes are kept as they are handed out:
-- checked, and without metadata or macros. What came from Airtable is never stored.
create table model_files (
  attachment text primary key,
  -- As staff named it.
  given_name text not null,
  url text not null,
  -- When the address was last given.
  url_at timestamptz not null default now(),
  bytes bytea,
  -- Name without ending, and kind, of the file that is handed out.
  name text,
  kind text,
  digest text generated always as (encode(sha256(bytes), 'hex')) stored,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  -- Why it is not handed out, in words for staff.
  last_error text,
  -- The file itself is at fault: it is not asked for again.
  set_aside_at timestamptz
);
