-- What staff answer at the end of a case: the answer to a question, or what would make the next nomination stronger.
alter table submissions add column reply text;
