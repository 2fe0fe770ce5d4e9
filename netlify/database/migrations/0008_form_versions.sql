-- What each version of a form asked, kept with its first submission: an old one is read with its own questions.
create table form_versions (
  form text not null,
  version text not null,
  questions jsonb not null,
  primary key (form, version)
);
