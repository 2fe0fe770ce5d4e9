-- No statement may hold a connection for ever. A pooler refuses this setting in the start of a connection, so the server keeps it
-- for the role of the site in this database. A role that may not change itself keeps the server's own limit: then transactions
-- alone are limited (src/platform/postgres.ts), and the driver gives up a statement after 12 seconds.
-- A later migration that takes longer begins with: set local statement_timeout = 0;
do $$
begin
  execute format('alter role current_user in database %I set statement_timeout = %L', current_database(), '10s');
exception when insufficient_privilege then
  raise notice 'The role of the site may not limit its own statements.';
end
$$;
