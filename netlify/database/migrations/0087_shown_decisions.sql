set local statement_timeout = 0;
-- By which decision the site showed an honour: asked by its number, the site can say that it was taken down. No name is kept.
create table shown_decisions (
  id text primary key references shown_stories (id) on delete cascade,
  number text not null,
  date text,
  body text
);
insert into shown_decisions (id, number, date, body)
  select id, fields->>'decisionNumber', fields->>'decisionDate', fields->>'decisionBody'
  from shown_stories join stories using (id) where coalesce(fields->>'decisionNumber', '') <> '';
