package dev.onboard.web.slack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.delivery.Timestamps;
import dev.onboard.delivery.forgetting.PersonalData;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where each person's card is, or may be. That it is there is known from the ledger; what
 * was tried is noted here before each call. Time is the database's.
 */
final class Cards implements PersonalData {

	/** How far Slack's clock and ours may be apart. */
	private static final Duration CLOCKS = Duration.ofMinutes(5);

	private static final String TRYING = """
			insert into slack_card as c (person_id, version, maybe_posted, first_try_at, last_try_at)
			values (:person, :version, true, now(), now())
			on conflict (person_id) do update
			   set version = excluded.version, maybe_posted = true, searched_to = null, looked = false, last_try_at = now(),
			       first_try_at = case when c.maybe_posted then c.first_try_at else now() end
			""";

	private static final String SHOWN = """
			select split_part(e.evidence, '/', 1) as channel, split_part(e.evidence, '/', 2) as ts, c.version
			  from effect e join slack_card c using (person_id)
			 where e.person_id = :person and e.effect = :effect and e.state = 'ADDED' and e.evidence is not null
			""";

	private final JdbcClient jdbc;

	Cards(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A card that is in Slack for sure.
	 *
	 * @param version of the progress that it was posted with
	 */
	record Shown(String channel, String ts, int version) {
	}

	/**
	 * Where to look for a card that may have been posted; both ends are timestamps as
	 * Slack writes them, and excluded.
	 */
	record Window(String oldest, String latest) {
	}

	Optional<Shown> shown(UUID person) {
		return this.jdbc.sql(SHOWN).param("person", person).param("effect", Way.POST).query(Shown.class).optional();
	}

	/** Empty if there is certainly no card. */
	Optional<Window> maybePosted(UUID person) {
		return this.jdbc.sql("""
				select first_try_at, last_try_at, searched_to from slack_card
				 where person_id = :person and maybe_posted
				""").param("person", person).query(Cards::window).optional();
	}

	/** A card of that version is about to be posted. */
	void trying(UUID person, int version) {
		this.jdbc.sql(TRYING).param("person", person).param("version", version).update();
	}

	/** The messages since {@code ts} are not the card; older ones may be. */
	void searchedTo(UUID person, String ts) {
		this.jdbc.sql("update slack_card set searched_to = :ts where person_id = :person and maybe_posted")
			.param("person", person)
			.param("ts", ts)
			.update();
	}

	/**
	 * The whole window was searched, and the card is not there.
	 * @return whether that was the first time since it was tried
	 */
	boolean looked(UUID person) {
		return this.jdbc.sql("""
				update slack_card set looked = true, searched_to = null
				 where person_id = :person and maybe_posted and not looked
				""").param("person", person).update() == 1;
	}

	/** Slack has no card: it refused it, or does not have it. */
	void notPosted(UUID person) {
		this.jdbc.sql("update slack_card set maybe_posted = false where person_id = :person")
			.param("person", person)
			.update();
	}

	@Override
	public void forget(UUID person) {
		this.jdbc.sql("delete from slack_card where person_id = :person").param("person", person).update();
	}

	private static Window window(ResultSet row, int number) throws SQLException {
		@Nullable String searchedTo = row.getString("searched_to");
		return new Window(ts(Timestamps.required(row, "first_try_at").minus(CLOCKS)),
				(searchedTo != null) ? searchedTo : ts(Timestamps.required(row, "last_try_at").plus(CLOCKS)));
	}

	private static String ts(Instant time) {
		return "%d.%06d".formatted(time.getEpochSecond(), time.getNano() / 1000);
	}

}
