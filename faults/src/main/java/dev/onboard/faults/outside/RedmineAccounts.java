package dev.onboard.faults.outside;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * The accounts of Redmine. Thread-safe, but for what Redmine does not guard either: a
 * login and a mail are looked for before an account is written, so that of several who
 * create one at the same time more than one may get it.
 */
final class RedmineAccounts {

	private static final long BETWEEN_LOOK_AND_WRITE_NANOS = 4_000_000;

	private static final int LONGEST_FIRST_NAME = 30;

	private final Map<Long, Account> accounts = new ConcurrentSkipListMap<>();

	private final AtomicLong lastId = new AtomicLong();

	private final Diary diary;

	RedmineAccounts(Diary diary) {
		this.diary = diary;
	}

	record Account(long id, String login, String firstname, String lastname, String mail, int status) {

		static Account of(long id, JsonNode user, Account before) {
			return new Account(id, user.path("login").asString(before.login),
					user.path("firstname").asString(before.firstname), user.path("lastname").asString(before.lastname),
					user.path("mail").asString(before.mail), user.path("status").asInt(before.status));
		}

		private boolean shows(String text) {
			return Stream.of(this.login, this.firstname, this.lastname, this.mail)
				.anyMatch((field) -> field.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
		}

		/** Nobody ever logs in to one. */
		private Map<String, Object> shown() {
			return Map.of("id", this.id, "login", this.login, "firstname", this.firstname, "lastname", this.lastname,
					"mail", this.mail, "status", this.status, "admin", false, "last_login_on", "");
		}

	}

	Answer list(String status, String name, int offset, int limit) {
		List<Map<String, Object>> found = this.accounts.values()
			.stream()
			.filter((account) -> Integer.toString(account.status()).equals(status) && account.shows(name))
			.map(Account::shown)
			.toList();
		return Answer.json(200, Map.of("users", found.stream().skip(offset).limit(limit).toList(), "total_count",
				found.size(), "offset", offset, "limit", limit));
	}

	Answer show(long id) {
		Account account = this.accounts.get(id);
		if (account == null) {
			return Answer.of(404);
		}
		Map<String, Object> shown = new java.util.HashMap<>(account.shown());
		shown.put("groups", List.of());
		shown.put("memberships", List.of());
		return Answer.json(200, Map.of("user", shown));
	}

	Answer create(JsonNode user) {
		Account wanted = Account.of(0, user, new Account(0, "", "", "", "", 1));
		List<String> errors = errors(wanted);
		if (!errors.isEmpty()) {
			return Answer.json(422, Map.of("errors", errors));
		}
		LockSupport.parkNanos(BETWEEN_LOOK_AND_WRITE_NANOS);
		Account account = Account.of(this.lastId.incrementAndGet(), user, wanted);
		this.accounts.put(account.id(), account);
		this.diary.note(Seen.Kind.REDMINE_ACCOUNT, account.login(), Long.toString(account.id()));
		return Answer.json(201, Map.of("user", account.shown())).afterEffect();
	}

	Answer change(long id, JsonNode user) {
		Account account = this.accounts.get(id);
		if (account == null) {
			return Answer.of(404);
		}
		Account changed = Account.of(id, user, account);
		List<String> errors = errors(changed);
		if (!errors.isEmpty()) {
			return Answer.json(422, Map.of("errors", errors));
		}
		this.accounts.put(id, changed);
		return Answer.of(204).afterEffect();
	}

	private List<String> errors(Account wanted) {
		List<String> errors = new ArrayList<>();
		for (Account other : this.accounts.values()) {
			if (other.id() != wanted.id() && other.mail().equalsIgnoreCase(wanted.mail())) {
				errors.add("Email has already been taken");
			}
			if (other.id() != wanted.id() && other.login().equalsIgnoreCase(wanted.login())) {
				errors.add("Login has already been taken");
			}
		}
		if (wanted.firstname().codePointCount(0, wanted.firstname().length()) > LONGEST_FIRST_NAME) {
			errors.add("First name is too long (maximum is 30 characters)");
		}
		if (wanted.login().isEmpty() || !wanted.mail().contains("@")) {
			errors.add("Email is invalid");
		}
		return errors;
	}

}
