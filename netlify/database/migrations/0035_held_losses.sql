-- Stories that the last hour took from the public set, as they stood before and as the base wants them. When too many are lost at
-- once, they are put back and held until staff confirm in the base.
create table story_losses (
  id text primary key,
  -- go-bo (taken down one by one), khac (anything else: consent, state, date, a row that is gone)
  kind text not null,
  before jsonb not null,
  after jsonb not null,
  lost_at timestamptz not null default now(),
  held boolean not null default false
);

-- Stories taken down by command or link, without the base. The next sync does not bring them back.
create table takedowns (
  id text primary key,
  reason text not null,
  taken_at timestamptz not null default now()
);
