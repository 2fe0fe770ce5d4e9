-- Files that staff attach to rows of what the owner sets, by Airtable's id of the attachment: its own addresses die after two hours,
-- so the file is kept here, checked and stripped.
create table owner_files (
  attachment text primary key,
  -- The row that holds it.
  record_id text not null,
  -- As staff called it.
  given_name text not null,
  url text not null,
  -- When the address was last given.
  url_at timestamptz not null default now(),
  -- Name, kind, bytes and SHA-256, as src/filing/definitions/files-field.ts reads them; null until the file came.
  facts jsonb,
  bytes bytea,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  -- Why there is no file, in words for staff.
  last_error text,
  -- The file itself is at fault: it is not asked for again.
  set_aside_at timestamptz
);
