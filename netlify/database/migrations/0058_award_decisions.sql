-- The rows of `Quyết định`: a decision on awards, and the list of whom it honours.
create table award_decisions (
  record_id text primary key,
  -- Number, date, authority, occasion, year, usual award, consent: as src/gallery/award-decisions/decision.ts reads them.
  said jsonb not null,
  -- Staff want drafts of its lines.
  wanted boolean not null default false,
  -- Staff have read the drafts: those with consent join the release that the decision names.
  approved boolean not null default false,
  -- Where the list is to be read from: `{"text"}`, or the address of an attached file, which works for two hours.
  source jsonb,
  -- Names the content of `source`; the lines are those of `read_key`.
  source_key text,
  read_key text,
  -- How the list was understood, in words for staff; null until it is read.
  notes jsonb,
  -- The end of the address of the page on which staff check it.
  links_until timestamptz not null default date_trunc('minute', now()) + interval '60 days',
  changed_at timestamptz not null default now()
);

-- One line of such a list: a person or a collective.
create table award_lines (
  id text primary key,
  decision text not null references award_decisions on delete cascade,
  -- As src/gallery/award-decisions/award-line.ts reads it.
  said jsonb not null,
  -- Whether the list still has it.
  listed boolean not null default true,
  -- The nomination that it came from; and what else has the same name.
  filing_code text,
  story_id text,
  -- Its row in `Điển hình`; null until it is written.
  record_id text,
  -- Whether its consent was ticked after the honoree agreed by the private address.
  agreed_at timestamptz,
  -- Whether its row joined the release of the decision.
  approved_at timestamptz,
  -- Whether its nomination was decided in that release.
  decided_at timestamptz,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text,
  written_at timestamptz,
  set_aside_at timestamptz
);
create index award_lines_decision on award_lines (decision);
create index award_lines_story on award_lines (story_id);
