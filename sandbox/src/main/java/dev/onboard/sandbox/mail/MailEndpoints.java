package dev.onboard.sandbox.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.onboard.sandbox.http.Answer;
import dev.onboard.sandbox.http.Endpoint;
import dev.onboard.sandbox.http.Request;
import dev.onboard.sandbox.http.Routes;
import dev.onboard.sandbox.memory.Newest;

/**
 * Tells over HTTP what the mail server holds and whether it is up.
 */
public final class MailEndpoints {

	private final James james;

	private final Newest<RecordedMail> mails;

	public MailEndpoints(James james, Newest<RecordedMail> mails) {
		this.james = james;
		this.mails = mails;
	}

	public void addTo(Routes routes) {
		routes.on("GET", "/health", Endpoint.now((request) -> health()))
			.on("GET", "/mails", Endpoint.now(this::mails))
			.on("GET", "/mailboxes", Endpoint.now(this::mailboxes));
	}

	private Answer health() {
		return this.james.isUp() ? Answer.json(200, Map.of("status", "UP"))
				: Answer.json(503, Map.of("status", "DOWN"));
	}

	private Answer mails(Request request) {
		Optional<String> to = request.parameter("to");
		return Answer.json(200,
				this.mails.oldestFirst().stream().filter((mail) -> to.isEmpty() || mail.isTo(to.get())).toList());
	}

	private Answer mailboxes(Request request) {
		Optional<String> address = request.parameter("address");
		Optional<List<Mailbox>> mailboxes = this.james.mailboxes();
		if (mailboxes.isEmpty()) {
			return Answer.problem(503, "The mail server is starting", "Ask again when /health says UP.");
		}
		return Answer.json(200,
				mailboxes.get()
					.stream()
					.filter((mailbox) -> address.isEmpty() || mailbox.address().equalsIgnoreCase(address.get()))
					.toList());
	}

}
