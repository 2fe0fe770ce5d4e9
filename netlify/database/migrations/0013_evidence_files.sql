-- A file that someone chose as evidence. Its bytes lie in Netlify Blobs under `id`; the row is written before them and
-- outlives them, so that no blob is ever without a row that leads to it.
create table evidence_files (
  -- SHA-256 of the token that its sender holds, in hex.
  id text primary key,
  form text not null,
  name text not null,
  -- pdf, jpeg, png: by content
  kind text not null,
  bytes integer not null,
  sha256 text not null,
  uploaded_at timestamptz not null default now(),
  -- Since when all of its bytes are kept; only then can it be filed.
  stored_at timestamptz,
  -- The filing that it belongs to, and its place in it, from 1; null until then.
  code text references submissions on delete set null,
  place integer,
  -- It is to go, bytes first: taken out, never filed, or its filing was erased.
  doomed_at timestamptz,
  -- Its way on to Airtable, after its filing.
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text,
  sent_at timestamptz,
  set_aside_at timestamptz,
  unique (code, place)
);
create index evidence_files_due on evidence_files (next_attempt_at)
  where code is not null and sent_at is null and set_aside_at is null;
create index evidence_files_unfiled on evidence_files (uploaded_at) where code is null;

-- Airtable's id of the row: files are attached to it.
alter table deliveries add column record_id text;
