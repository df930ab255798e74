package dev.onboard.delivery.ledger;

/** What is asked of the table {@code effect}. Time is the database's. */
final class LedgerSql {

	private static final String ROW = """
			insert into effect as e (person_id, effect, generation, attempt, state, lease, lease_until)
			""";

	/** One atomic statement decides who has an effect in hand: no row is a refusal. */
	private static final String UNLESS_REFUSED = """
			on conflict (person_id, effect) do update
			   set generation = excluded.generation, attempt = excluded.attempt, state = 'STARTED',
			       uncertain = e.uncertain or e.state = 'STARTED', detail = '',
			       lease = excluded.lease, lease_until = excluded.lease_until, due_at = null, updated_at = now()
			 where e.state <> 'ADDED'
			   and (e.state <> 'STARTED' or e.lease_until <= now())
			   and (excluded.generation > e.generation
			        or excluded.generation = e.generation
			           and (e.state in ('STARTED', 'WAITING') and excluded.attempt >= e.attempt
			                or e.state = 'RETRYING' and excluded.attempt > e.attempt))
			returning uncertain
			""";

	static final String CLAIM = ROW + """
			values (:person, :effect, :generation, :attempt, 'STARTED', :lease, now() + :millis * interval '1 ms')
			""" + UNLESS_REFUSED;

	static final String WHY_NOT = """
			select state, detail, evidence, choices,
			       ceil(extract(epoch from greatest(lease_until - now(), interval '0')) * 1000)::bigint as rest,
			       generation > :generation or generation = :generation and attempt > :attempt as ahead,
			       generation = :generation as same_generation, attempt = :attempt as same_attempt
			  from effect where person_id = :person and effect = :effect
			""";

	static final String END = """
			update effect
			   set state = :state, detail = :detail, evidence = :evidence, choices = :choices::jsonb,
			       uncertain = uncertain or :unanswered, lease = null, lease_until = null,
			       due_at = now() + :delay * interval '1 ms', updated_at = now()
			 where person_id = :person and effect = :effect and state <> 'ADDED' and (lease = :lease or :state = 'ADDED')
			""";

	/**
	 * Ends one effect and, if that was ours to say, claims the next; or finds that it did
	 * both before, by the next one's lease. No row if it was not ours, null if the claim
	 * was refused. Never two rows: nobody has that lease while the end is unsaid.
	 */
	static final String PASS_ON = "with ended as (" + END + " returning 1), claimed as (" + ROW + """
			select :person, :next, :generation, :attempt, 'STARTED', :nextLease, now() + :millis * interval '1 ms'
			  from ended
			""" + UNLESS_REFUSED + """
			), renewed as (
			  update effect set lease_until = now() + :millis * interval '1 ms'
			   where person_id = :person and effect = :next and state = 'STARTED' and lease = :nextLease
			  returning uncertain
			) select (select uncertain from claimed) from ended union all select uncertain from renewed
			""";

	static final String SUPERSEDE = """
			insert into effect as e (person_id, effect, generation, attempt, state)
			values (:person, :effect, :generation, :attempt, 'WAITING')
			on conflict (person_id, effect) do update
			   set generation = excluded.generation, attempt = excluded.attempt, state = 'WAITING', detail = '',
			       choices = '[]', due_at = null, updated_at = now()
			 where e.state not in ('STARTED', 'ADDED') and e.generation < excluded.generation
			""";

	private LedgerSql() {
	}

}
