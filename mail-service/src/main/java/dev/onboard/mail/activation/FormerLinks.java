package dev.onboard.mail.activation;

import java.time.Duration;
import java.util.UUID;

import dev.onboard.delivery.forgetting.Perishable;
import dev.onboard.delivery.forgetting.PersonalData;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links that are over. Whose they were is forgotten; that there was such an issue is not,
 * or a late order could open it again.
 */
@Component
class FormerLinks implements PersonalData, Perishable {

	private static final String FORGET = """
			update activation a
			   set person = null, link_hash = null, state = case when a.state = 'ISSUED' then 'REVOKED' else a.state end
			""";

	/** Materialized, for a subquery may be carried out again and exceed the limit. */
	private static final String OLD = """
			with old as materialized (
			  select a.person_id, a.issue from activation a
			   where a.person is not null
			     and greatest(a.created_at, a.used_at, a.expires_at, a.claimed_until) < now() - :seconds * interval '1 s'
			     and not exists (select from unfinished_effect u where u.person_id = a.person_id)
			   limit :limit for update skip locked)
			""";

	private final JdbcClient jdbc;

	FormerLinks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void forget(UUID person) {
		this.jdbc.sql(FORGET + "where a.person_id = :person").param("person", person).update();
	}

	@Override
	public int forget(Duration age, int limit) {
		return this.jdbc.sql(OLD + FORGET + "from old where a.person_id = old.person_id and a.issue = old.issue")
			.param("seconds", age.toSeconds())
			.param("limit", limit)
			.update();
	}

	@Override
	public String toString() {
		return "activation links";
	}

}
