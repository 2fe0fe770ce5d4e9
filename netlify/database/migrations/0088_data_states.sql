-- When the rows of a data set last changed, as the last public build saw them.
create table data_states (
  data_set text primary key,
  digest text not null,
  changed_on date not null
);
