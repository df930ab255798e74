package dev.onboard.task.person;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose each login is. One that was once given to a person stays theirs, for their
 * mailbox may exist under it, until the mailbox is known to have another name.
 */
@Component
public class Logins {

	/** The update changes nothing, but lets the holder be known in the same statement. */
	private static final String RESERVE = """
			insert into login as l (login, person_id) values (:login, :person)
			on conflict (login) do update set login = excluded.login
			returning person_id
			""";

	private final JdbcClient jdbc;

	Logins(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Reserves a login, and waits for others who are about to. With the caller's
	 * transaction it is gone again.
	 * @throws LoginTakenException if it is another person's
	 */
	public void reserve(String login, UUID person) {
		UUID holder = holder(login, person);
		if (!holder.equals(person)) {
			throw new LoginTakenException(login, holder);
		}
	}

	/** Whose the login is; this person's from now on if it was nobody's. */
	public UUID holder(String login, UUID person) {
		return this.jdbc.sql(RESERVE).param("login", login).param("person", person).query(UUID.class).single();
	}

	/** Of all logins that a person has had, this one is theirs. */
	public void keepOnly(String login, UUID person) {
		this.jdbc.sql("delete from login where person_id = :person and login <> :login")
			.param("person", person)
			.param("login", login)
			.update();
	}

}
