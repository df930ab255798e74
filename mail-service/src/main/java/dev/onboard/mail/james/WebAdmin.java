package dev.onboard.mail.james;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import dev.onboard.delivery.http.Answer;
import dev.onboard.delivery.http.Patience;
import dev.onboard.delivery.http.TargetClient;
import dev.onboard.delivery.ledger.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;

/**
 * A conversation with James's WebAdmin, such as while one effect is performed. Whatever
 * is not an answer to the question ends it as {@link Trouble}, and so does James if it
 * lasts longer than its {@link Patience}.
 */
final class WebAdmin {

	private final TargetClient client;

	private final Patience patience;

	WebAdmin(TargetClient client) {
		this(client, new Patience());
	}

	WebAdmin(TargetClient client, Patience patience) {
		this.client = client;
		this.patience = patience;
	}

	/** What an answer means that says nothing of what was asked. */
	static Outcome trouble(TargetClient client, Answer answer) {
		boolean noAccess = answer.status() == 401 || answer.status() == 403;
		return noAccess ? new Outcome.Misconfigured("the mail server refuses us (" + answer.status()
				+ "); check JAMES_WEBADMIN_TOKEN and JAMES_WEBADMIN_PASSWORD") : client.trouble(answer);
	}

	/** Asks or does something; returns the status, which is one of those expected. */
	int ask(Set<Integer> expected, HttpMethod method, @Nullable Object body, String path, Object... variables) {
		return answer(expected, method, body, path, variables).status();
	}

	private Answer answer(Set<Integer> expected, HttpMethod method, @Nullable Object body, String path,
			Object... variables) {
		if (this.patience.isOver()) {
			throw new Trouble(new Outcome.Ambiguous("the mail server answers too slowly"));
		}
		AtomicReference<@Nullable Answer> given = new AtomicReference<>();
		Outcome none = this.client.call(method, body, (answer) -> {
			given.set(answer);
			return trouble(this.client, answer);
		}, path, variables);
		Answer answer = given.get();
		if (answer == null || !expected.contains(answer.status())) {
			throw new Trouble(none);
		}
		return answer;
	}

	boolean hasUser(String address) {
		return ask(Set.of(200, 404), HttpMethod.HEAD, null, "/users/{address}", address) == 200;
	}

	/** Whether mailboxes are kept under the address, with or without a user. */
	boolean keepsMail(String address) {
		return !list("/users/{address}/mailboxes?force", address).isEmpty();
	}

	/** Where mail to the address goes instead of its mailbox, or besides. */
	List<Mapping> mappings(String address) {
		return list("/mappings/user/{address}", address).stream()
			.map((mapping) -> new Mapping(mapping.path("type").asString(), mapping.path("mapping").asString()))
			.toList();
	}

	/** The addresses that are aliases of this one. */
	List<String> aliases(String address) {
		return list("/address/aliases/{address}", address).stream()
			.map((alias) -> alias.path("source").asString())
			.toList();
	}

	List<String> groups() {
		return list("/address/groups").stream().map(JsonNode::asString).toList();
	}

	private List<JsonNode> list(String path, Object... variables) {
		Answer answer = answer(Set.of(200), HttpMethod.GET, null, path, variables);
		try {
			JsonNode list = JsonMapper.shared().readTree(answer.body());
			if (list.isArray()) {
				return new ArrayList<>(list.values());
			}
		}
		catch (JacksonException ex) {
			// As anything else that is no list.
		}
		throw new Trouble(
				new Outcome.Transient("the mail server does not answer as WebAdmin does; check JAMES_WEBADMIN_URL"));
	}

}
