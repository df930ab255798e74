-- Whether the channel was searched to its end once since the last try.
alter table slack_card add column looked boolean not null default false;
