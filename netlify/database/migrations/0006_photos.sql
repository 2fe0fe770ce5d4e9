-- Pictures of stories, by Airtable's id of the attachment: its own addresses die after two hours, so the file is kept here.
create table photos (
  attachment text primary key,
  url text not null,
  -- When the address was last given.
  url_at timestamptz not null default now(),
  -- The file as it came; null until it did.
  bytes bytea,
  type text,
  digest text generated always as (encode(sha256(bytes), 'hex')) stored,
  -- Tries since the address was fresh, and when the next one is due.
  attempts integer not null default 0,
  next_try_at timestamptz not null default now(),
  -- Why there is no picture, in words for staff.
  problem text,
  -- The file itself is at fault: it is not asked for again.
  refused boolean not null default false
);
