-- Whether a person's links go by mail: until somebody takes one to hand it over, or withdraws them.
alter table person add column links_by_mail boolean not null default true;

update person p set links_by_mail = (h.what = 'activation-send')
  from (select distinct on (person_id) person_id, what from history
         where what in ('activation-issue', 'activation-send', 'activation-revoke')
         order by person_id, at desc, id desc) h
 where h.person_id = p.id;

-- Whether a step has ever let on those that come after it, who then know the person.
alter table step add column passed boolean not null default false;

update step s set passed = true
 where state in ('DONE', 'SKIPPED')
    or exists (select from history h where h.person_id = s.person_id and h.system = s.system and h.what = 'skipped');
