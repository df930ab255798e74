package dev.onboard.bench.bare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;

import dev.onboard.bench.wire.HttpLine;
import dev.onboard.bench.wire.Smtp;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.PersonEvent;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;

/**
 * The mailbox and the welcome mail, by the same calls and rows as in the mail-service.
 */
final class MailHop implements Hop.Handler {

	private static final String TRY = "insert into bare_mailbox_try (person_id, address) values (?, ?)";

	private static final byte[] PASSWORD = "{\"password\":\"0123456789abcdef0123456789abcdef01234567890\"}"
		.getBytes(StandardCharsets.UTF_8);

	private static final String MAIL = """
			From: welcome@example.com
			To: %s
			Message-ID: <welcome.%s@example.com>
			Subject: Welcome
			Auto-Submitted: auto-generated
			MIME-Version: 1.0
			Content-Type: text/plain; charset=UTF-8
			Content-Transfer-Encoding: 8bit

			Hello %s,
			your mailbox is %s.
			""".replace("\n", "\r\n");

	private final Connection database;

	private final Outbox outbox;

	private final int smtpPort;

	private final HttpLine james;

	private MailHop(Hop hop, Connection database) {
		this.database = database;
		this.outbox = hop.outbox();
		this.smtpPort = hop.surroundings().smtpPort();
		this.james = new HttpLine(hop.surroundings().mailPort(), "");
	}

	static void start(Surroundings surroundings) throws Exception {
		Hop hop = new Hop(surroundings, "effect", "mailbox_try");
		hop.listen("mail.create", (database) -> new MailHop(hop, database));
	}

	@Override
	public void handle(PersonEvent event) throws Exception {
		Person person = event.person();
		Ledger ledger = new Ledger(this.database, person.id());
		ledger.claim("mailbox");
		openMailbox(person);
		ledger.passOn("mailbox", "mailbox " + person.address() + " created", "mailbox-extras");
		ledger.passOn("mailbox-extras", "", "welcome-mail");
		countMails(person);
		Smtp.send(this.smtpPort, "welcome@example.com", person.address(),
				MAIL.formatted(person.address(), person.id(), person.fullName(), person.address()));
		ledger.passOn("welcome-mail", "welcome mail accepted by the mail server", "welcome-seen");
		countMails(person);
		ledger.passOn("welcome-seen", "seen in the mailbox", "activation-mail");
		Sql.atOnce(this.database, () -> {
			ledger.end("activation-mail", "ADDED", "no contact address");
			this.outbox.add(this.database,
					new StepReport(TargetSystem.MAIL, StepResult.ADDED, person, Attempt.FIRST,
							"mailbox " + person.address() + " created; welcome mail accepted by the mail server",
							Instant.now(), null, List.of()));
		});
		this.outbox.wakeUp();
	}

	private void openMailbox(Person person) throws Exception {
		String address = person.address().replace("@", "%40");
		this.james.send("GET", "/mappings/user/" + address, null);
		this.james.send("GET", "/users/" + address + "/mailboxes?force", null);
		this.james.send("GET", "/address/aliases/" + address, null);
		Sql.run(this.database, TRY, person.id(), person.address());
		this.james.send("PUT", "/users/" + address, PASSWORD);
	}

	private void countMails(Person person) throws IOException {
		this.james.send("GET", "/users/" + person.address().replace("@", "%40") + "/mailboxes/INBOX/messageCount",
				null);
	}

}
