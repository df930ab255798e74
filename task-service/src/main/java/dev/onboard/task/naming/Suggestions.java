package dev.onboard.task.naming;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.onboard.task.NewPerson;
import dev.onboard.task.TaskSettings;

import org.springframework.stereotype.Component;

/** Suggests logins that keep the rule of the house and that nobody has here. */
@Component
public class Suggestions {

	/** The number behind the last login that is tried. */
	private static final int LAST = 99;

	private final NamingSettings rule;

	private final TakenLogins taken;

	private final TaskSettings settings;

	Suggestions(NamingSettings rule, TakenLogins taken, TaskSettings settings) {
		this.rule = rule;
		this.taken = taken;
		this.settings = settings;
	}

	/**
	 * A login for somebody of this name; {@code alice.li2} where {@code alice.li} is
	 * somebody's. Nothing is reserved by it, and the mail server is not asked.
	 * @param firstName of any script, may be empty
	 * @param lastName of any script, may be empty
	 */
	public Suggestion suggest(String firstName, String lastName) {
		Latin latin = new Latin(firstName, lastName);
		String login = this.rule.login(latin.firstName(firstName), latin.lastName(lastName));
		if (login.isEmpty()) {
			return Suggestion.none((firstName.isBlank() && lastName.isBlank()) ? "There is no name yet."
					: "The name has no letters that a login could be made of. Type a login yourself.");
		}
		List<String> candidates = Stream
			.concat(Stream.of(cut(login, "")),
					IntStream.rangeClosed(2, LAST).mapToObj((number) -> cut(login, "" + number)))
			.toList();
		Set<String> taken = this.taken.among(candidates);
		return candidates.stream()
			.filter((candidate) -> !taken.contains(candidate))
			.findFirst()
			.map((free) -> new Suggestion(free, this.settings.address(free), ""))
			.orElseGet(() -> Suggestion.none(candidates.get(0) + " is taken, and so are all up to "
					+ candidates.get(candidates.size() - 1) + ". Type a login yourself."));
	}

	private static String cut(String login, String number) {
		int length = Math.min(login.length(), NewPerson.LONGEST_LOGIN - number.length());
		return login.substring(0, length).replaceFirst("[._-]+$", "") + number;
	}

}
