package dev.onboard.task.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.onboard.task.NewPerson;
import dev.onboard.task.PersonRules;
import dev.onboard.task.PersonRules.Broken;
import dev.onboard.task.TaskSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides about rows: by the rules for everybody, and by who is there already. It is
 * decided twice, when a file is uploaded and when a row's turn comes.
 */
@Component
class Verdicts {

	private static final String KNOWN = """
			select l.login as asked, p.* from login l join person p on p.id = l.person_id where l.login in (:logins)
			""";

	private final JdbcClient jdbc;

	private final PersonRules rules;

	private final TaskSettings settings;

	Verdicts(JdbcClient jdbc, PersonRules rules, TaskSettings settings) {
		this.jdbc = jdbc;
		this.rules = rules;
		this.settings = settings;
	}

	/** About each of these people, in their order. */
	List<Verdict> about(List<NewPerson> people) {
		Map<String, Known> known = known(people.stream().map(NewPerson::login).toList());
		return people.stream().map((person) -> about(person, known.get(person.login()))).toList();
	}

	/** By their login. One of before is theirs, too. */
	private Map<String, Known> known(Collection<String> logins) {
		return this.jdbc.sql(KNOWN)
			.param("logins", logins)
			.query(Known::read)
			.list()
			.stream()
			.collect(Collectors.toMap(Known::asked, Function.identity()));
	}

	private Verdict about(NewPerson person, @Nullable Known holder) {
		String reasons = this.rules.brokenBy(person)
			.stream()
			.map((broken) -> broken.field() + " " + message(broken, person))
			.sorted()
			.collect(Collectors.joining("; "));
		if (!reasons.isEmpty()) {
			return Verdict.refused(reasons);
		}
		return (holder != null) ? holder.verdict(person, this.settings.language()) : Verdict.TO_CREATE;
	}

	/** What is empty here is what is not there in a request. */
	private static String message(Broken broken, NewPerson person) {
		boolean missing = switch (broken.field()) {
			case "login" -> person.login().isEmpty();
			case "firstName" -> person.firstName().isEmpty();
			case "lastName" -> person.lastName().isEmpty();
			default -> false;
		};
		return missing ? "is missing" : broken.message();
	}

}
