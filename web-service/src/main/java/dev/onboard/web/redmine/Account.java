package dev.onboard.web.redmine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An account as Redmine's list shows it.
 *
 * @param lastLogin when somebody logged in to it last, empty for never, null where that
 * is not known
 */
record Account(long id, String login, String mail, String firstName, String lastName, Status status, boolean admin,
		@Nullable String lastLogin) {

	enum Status {

		ACTIVE(1, "active"), REGISTERED(2, "not activated yet"), LOCKED(3, "locked");

		private final int code;

		private final String words;

		Status(int code, String words) {
			this.code = code;
			this.words = words;
		}

		int code() {
			return this.code;
		}

	}

	/**
	 * Reads one of the list.
	 * @param status that the list was asked for; before 6.0 it does not tell
	 */
	static Account of(JsonNode user, Status status) {
		return new Account(user.path("id").asLong(), text(user, "login"), text(user, "mail"), text(user, "firstname"),
				text(user, "lastname"), status, user.path("admin").asBoolean(false),
				user.has("last_login_on") ? text(user, "last_login_on") : null);
	}

	private static String text(JsonNode user, String field) {
		return user.path(field).asString("");
	}

	/** Whether the text is in what can be seen of it. */
	boolean shows(String text) {
		return Stream.of(this.login, this.mail, this.firstName, this.lastName)
			.anyMatch((field) -> field.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
	}

	/** Whether nobody has ever logged in to it. */
	boolean isUnused() {
		return "".equals(this.lastLogin);
	}

	/** What somebody needs to see to decide whose it is. */
	String described() {
		String used = (this.lastLogin == null || isUnused()) ? "" : ", last used " + this.lastLogin;
		return "account %d (login %s, mail %s, name %s %s, %s%s%s)".formatted(this.id, this.login, this.mail,
				this.firstName, this.lastName, this.status.words, this.admin ? ", an administrator" : "", used);
	}

	static String described(List<Account> accounts) {
		return accounts.stream().map(Account::described).collect(Collectors.joining(" and "));
	}

}
