package dev.onboard.task.naming;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.onboard.task.person.Logins;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which logins people have here, at this moment; see {@link Logins}. */
@Component
class TakenLogins {

	private static final String BY = """
			select p.first_name || ' ' || p.last_name || ', see /users/' || p.id
			  from login l join person p on p.id = l.person_id where l.login = :login
			""";

	private final JdbcClient jdbc;

	TakenLogins(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those of them that somebody has. */
	Set<String> among(Collection<String> logins) {
		return this.jdbc.sql("select login from login where login in (:logins)")
			.param("logins", logins)
			.query(String.class)
			.list()
			.stream()
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Who has it, in words; empty if it is nobody's. */
	Optional<String> by(String login) {
		return this.jdbc.sql(BY).param("login", login).query(String.class).optional();
	}

}
