-- What a kept page of a closed year names: stories, answers, plans, lists and units that apply a model, as src/progress/years/page-names.ts
-- writes them. A page is published only while all of it is still public, and one without a row here is not published.
create table year_page_names (
  year integer not null,
  path text not null,
  names jsonb not null,
  primary key (year, path)
);
