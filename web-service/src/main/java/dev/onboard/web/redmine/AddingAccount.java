package dev.onboard.web.redmine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.onboard.delivery.http.Answer;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;

/**
 * Gives the person an account that nobody else has. What is there already counts as
 * theirs only with proof, or when somebody says so; nothing is ever deleted. The evidence
 * is the account's id.
 */
final class AddingAccount {

	static final String EFFECT = "redmine-account";

	private AddingAccount() {
	}

	static Outcome perform(Redmine redmine, Work work) {
		Profile ours = Profile.of(work.person());
		boolean adopt = work.instructed(Decision.ADOPT);
		boolean lookFirst = work.uncertain() || work.instruction() != null;
		Optional<Outcome> there = lookFirst ? whatIsThere(redmine, ours, adopt) : Optional.empty();
		return there.isPresent() ? there.get() : create(redmine, ours, adopt);
	}

	private static Outcome create(Redmine redmine, Profile ours, boolean adopt) {
		Answer answer = redmine.create(ours.creation(), "/users.json");
		if (Answers.refused(answer)) {
			// Taken, or refused: only a look tells, for the sentences follow Redmine's
			// settings.
			return whatIsThere(redmine, ours, adopt)
				.orElseGet(() -> furtherAddress(redmine, ours).orElse(new Outcome.Refused(Answers.complaint(answer))));
		}
		JsonNode id = Answers.read(answer).path("user").path("id");
		return id.isIntegralNumber() ? done("Redmine account " + ours.login(), id.asLong(), ours)
				: new Outcome.Ambiguous("Redmine answered " + answer.status() + " without an account");
	}

	/** Empty if nobody has the login or the mail. */
	private static Optional<Outcome> whatIsThere(Redmine redmine, Profile ours, boolean adopt) {
		List<Account> holders = accounts(redmine, ours.login(), ours.mail()).stream()
			.filter((account) -> ours.hasLoginOf(account) || ours.hasMailOf(account))
			.toList();
		if (holders.isEmpty()) {
			return Optional.empty();
		}
		if (holders.size() > 1) {
			return Optional.of(conflict("login and mail in use by more than one: " + Account.described(holders)
					+ "; leave one of them there with both, or none, then try again"));
		}
		return Optional.of(whatItIs(redmine, ours, adopt, holders.get(0)));
	}

	private static Outcome whatItIs(Redmine redmine, Profile ours, boolean adopt, Account account) {
		if (ours.is(account)) {
			return done("Redmine account " + account.login() + " was there already", account.id(), ours);
		}
		String what = ours.hasLoginOf(account) ? (ours.hasMailOf(account) ? "login and mail" : "login") : "mail";
		if (account.admin()) {
			return conflict(what + " in use: " + account.described()
					+ "; an administrator's account is never taken over from here");
		}
		return adopt ? takeOver(redmine, ours, account)
				: conflict(what + " in use: " + account.described(), Choice.of(Decision.ADOPT));
	}

	private static Outcome takeOver(Redmine redmine, Profile ours, Account account) {
		Answer answer = redmine.change(HttpMethod.PUT, ours.takeover(), "/users/{id}.json", account.id());
		return Answers.refused(answer) ? new Outcome.Refused(Answers.complaint(answer))
				: done("took over Redmine " + account.described(), account.id(), ours);
	}

	/** Redmine finds accounts by addresses of theirs that it does not show, too. */
	private static Optional<Outcome> furtherAddress(Redmine redmine, Profile ours) {
		List<Account> holders = accounts(redmine, ours.mail()).stream()
			.filter((account) -> !account.shows(ours.mail()))
			.toList();
		return holders.isEmpty() ? Optional.empty() : Optional.of(conflict("the mail seems to be a further address of "
				+ Account.described(holders) + "; remove it there, then try again"));
	}

	/** Those that contain one of the texts anywhere, in whatever state. */
	private static List<Account> accounts(Redmine redmine, String... texts) {
		Map<Long, Account> found = new LinkedHashMap<>();
		for (Account.Status status : Account.Status.values()) {
			for (String text : texts) {
				redmine.pages("users", "/users.json?status={status}&name={text}", status.code(), text)
					.stream()
					.map((user) -> Account.of(user, status))
					.forEach((account) -> found.putIfAbsent(account.id(), account));
			}
		}
		return List.copyOf(found.values());
	}

	private static Outcome done(String what, long id, Profile ours) {
		String note = ours.cut() ? ", with the first name cut at 30 characters, which is Redmine's limit" : "";
		return new Outcome.Done(what + note, Long.toString(id));
	}

	private static Outcome conflict(String detail, Choice... choices) {
		return new Outcome.Conflict("Redmine: " + detail, List.of(choices));
	}

}
