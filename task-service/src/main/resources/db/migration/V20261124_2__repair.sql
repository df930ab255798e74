-- What can be changed and decided after a person was accepted, what happened to them, and how the targets are.

-- The default is for services of before, which may still be adding people.
alter table person
  add column role       text,
  add column language   text    not null default 'en',
  add column link_issue integer not null default 1;

-- A login that was once given to a person stays theirs until their mailbox is known to have another name.
create table login (
  login     text primary key,
  person_id uuid not null references person deferrable initially deferred
);

create index login_person on login (person_id);

insert into login (login, person_id) select login, id from person;

-- What would resolve a conflict, and what was decided by hand and not yet reported on.
alter table step
  add column choices  jsonb not null default '[]',
  add column decision text,
  add column reason   text,
  add check ((decision is null) = (reason is null));

create table history (
  id        bigint      generated always as identity primary key,
  person_id uuid        not null references person,
  at        timestamptz not null,
  system    text,
  what      text        not null,
  text      text        not null
);

create index history_person on history (person_id, at, id);

insert into history (person_id, at, what, text) select id, created_at, 'accepted', address from person;

-- How each target is, as its service reported last; at is null before that.
create table reported_target (
  system          text        primary key,
  paused          boolean     not null default false,
  reason          text        not null default '',
  since           timestamptz,
  until           timestamptz,
  waiting         integer     not null default 0,
  consumers       integer     not null default 0,
  last_success_at timestamptz,
  at              timestamptz,
  -- Since when the pause is that was alerted last.
  alerted         timestamptz
);

-- What became of the last link by which a person chooses the password of their mailbox.
create table activation (
  person_id  uuid        primary key references person,
  issue      integer     not null,
  attempt    integer     not null,
  state      text        not null check (state in ('SENT', 'FAILED', 'ISSUED', 'USED', 'REVOKED')),
  detail     text        not null,
  at         timestamptz not null,
  expires_at timestamptz
);
