package dev.onboard.web.redmine;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.onboard.events.Person;

/**
 * A person as Redmine is to know them.
 *
 * @param firstName at most 30 characters, Redmine's limit
 * @param cut whether the first name is longer than that
 * @param language one that Redmine has, empty for Redmine's default
 */
record Profile(String login, String mail, String firstName, boolean cut, String lastName, String language) {

	private static final int LONGEST_FIRST_NAME = 30;

	static Profile of(Person person) {
		String whole = person.firstName().strip();
		boolean cut = whole.codePointCount(0, whole.length()) > LONGEST_FIRST_NAME;
		String first = cut ? whole.substring(0, whole.offsetByCodePoints(0, LONGEST_FIRST_NAME)).strip() : whole;
		return new Profile(person.login(), person.address(), first, cut, person.lastName().strip(),
				Languages.redmines(person.language()));
	}

	/**
	 * Whether this is provably the account of this person, and they can use it: all of it
	 * is theirs, and nobody has used it yet. So it was made for them, though we may have
	 * lost what we knew, and holds nothing of a predecessor of the same name.
	 */
	boolean is(Account account) {
		return hasLoginOf(account) && hasMailOf(account) && account.status() == Account.Status.ACTIVE
				&& account.isUnused() && account.firstName().strip().equals(this.firstName)
				&& account.lastName().strip().equals(this.lastName);
	}

	/** Redmine takes two logins, or mails, for one that differ in their case only. */
	boolean hasLoginOf(Account account) {
		return account.login().equalsIgnoreCase(this.login);
	}

	boolean hasMailOf(Account account) {
		return account.mail().equalsIgnoreCase(this.mail);
	}

	/** The body that creates the account, with a password that nobody ever sees. */
	Object creation() {
		Map<String, Object> user = data();
		user.put("login", this.login);
		user.put("generate_password", true);
		user.put("must_change_passwd", true);
		if (!this.language.isEmpty()) {
			user.put("language", this.language);
		}
		return Map.of("user", user);
	}

	/** The body that makes an account theirs, whoever had it; its login stays. */
	Object takeover() {
		Map<String, Object> user = data();
		user.put("status", Account.Status.ACTIVE.code());
		return Map.of("user", user);
	}

	private Map<String, Object> data() {
		Map<String, Object> user = new LinkedHashMap<>();
		user.put("firstname", this.firstName);
		user.put("lastname", this.lastName);
		user.put("mail", this.mail);
		return user;
	}

}
