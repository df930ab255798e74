-- Who was erased. Whatever is said of them later is dropped. The reason stands only where the person was kept.
create table erased (
  person_id uuid        primary key,
  at        timestamptz not null default now(),
  reason    text        not null default ''
);
