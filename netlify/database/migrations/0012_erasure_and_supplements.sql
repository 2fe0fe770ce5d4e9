-- What was erased: that it was, and nothing of what it held (Luật 91/2025/QH15, Điều 14).
create table erased_submissions (
  code text primary key,
  form text not null,
  -- yeu-cau (asked for) or het-han (kept long enough)
  reason text not null,
  erased_at timestamptz not null default now(),
  -- Its row in Airtable goes too; until then the sync tries again.
  row_deleted_at timestamptz
);
create index erased_submissions_due on erased_submissions (erased_at) where row_deleted_at is null;

-- The questions that staff ask about again, by name of the field; null when none.
alter table submissions add column asked text[];
-- When the unit last answered such questions, or withdrew: a delivery then sets the state, too.
alter table submissions add column moved_by_unit_at timestamptz;

-- What a unit answered when it was asked again: what stood there before, and what replaced it.
create table supplements (
  code text not null references submissions on delete cascade,
  supplement_key text not null,
  answers jsonb not null,
  replaced jsonb not null,
  received_at timestamptz not null default now(),
  primary key (code, supplement_key)
);

-- A submission that its unit moved (answered again, withdrew) is delivered anew: `revision` tells a delivery under way that
-- it carries what is no longer all, and `sets_state` that the back office is to learn of the new state.
alter table deliveries add column revision integer not null default 0;
alter table deliveries add column sets_state boolean not null default false;
