-- What became of each person's steps, as far as it is shown to others.
create table progress (
  person_id  uuid    not null,
  system     text    not null,
  result     text    not null check (result in ('ADDED', 'SKIPPED', 'FAILED')),
  generation integer not null,
  attempt    integer not null,
  changes    integer not null default 1,
  primary key (person_id, system)
);

-- A person's card in Slack: which progress it was posted with, and since when it may be in the channel.
create table slack_card (
  person_id     uuid        primary key,
  version       integer     not null,
  maybe_posted  boolean     not null,
  first_try_at  timestamptz not null,
  last_try_at   timestamptz not null,
  searched_to   text
);

-- When Slack may be called next; one row for each of its limits, named by a hash.
create table slack_pace (
  key        text        primary key,
  next_at    timestamptz not null,
  planned_at timestamptz not null
);
