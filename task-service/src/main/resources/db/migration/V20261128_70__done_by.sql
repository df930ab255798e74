-- Who asked for it, by the name of their token; null for what services did by themselves, or before tokens.
alter table history add column done_by text;

alter table parked_history add column done_by text;
