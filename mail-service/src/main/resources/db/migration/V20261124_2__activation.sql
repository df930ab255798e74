-- The links by which people choose the password of their mailbox. Of a link's secret only the SHA-256 is kept.

create table activation (
  person_id     uuid        not null,
  issue         integer     not null check (issue > 0),
  person        jsonb       not null,
  link_hash     text        unique,
  state         text        not null check (state in ('ISSUED', 'USED', 'REVOKED')),
  expires_at    timestamptz,
  claim         uuid,
  claimed_until timestamptz,
  created_at    timestamptz not null default now(),
  used_at       timestamptz,
  primary key (person_id, issue),
  check (state <> 'ISSUED' or link_hash is not null and expires_at is not null),
  check ((state = 'USED') = (used_at is not null)),
  check ((claim is null) = (claimed_until is null))
);

-- At most one link of a person works.
create unique index activation_issued on activation (person_id) where state = 'ISSUED';
