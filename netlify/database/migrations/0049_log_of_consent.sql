-- What a unit answered about its story is an act of its own; its words are not in the log. 0051 defines `note_act`.
create function note_story_answer() returns trigger language plpgsql as $$
begin
  perform note_act('tra-loi-bai', new.id,
    jsonb_build_object('name', new.name, 'photo', new.photo, 'contact', new.contact), 'don-vi');
  return null;
end $$;
create trigger story_answers_log after insert on story_answers for each row execute function note_story_answer();

-- Staff answered a case, or changed what they had answered; the words are not in the log.
create function note_reply() returns trigger language plpgsql as $$
begin
  perform note_act('loi-dap', new.code, jsonb_build_object('filled', new.reply is not null), 'co-quan');
  return null;
end $$;
create trigger submissions_reply_log after update of reply on submissions for each row
  when (old.reply is distinct from new.reply) execute function note_reply();
