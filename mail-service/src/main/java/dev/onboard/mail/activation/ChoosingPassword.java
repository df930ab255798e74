package dev.onboard.mail.activation;

import java.util.Optional;
import java.util.UUID;

import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.events.ActivationReport.State;
import dev.onboard.mail.MailAccess;
import dev.onboard.mail.Passwords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets the password that a person has chosen, once per link. A crash after the mail
 * server took it and before that is recorded leaves a link that works again when the
 * claim is over.
 */
@Component
class ChoosingPassword {

	private static final Logger log = LoggerFactory.getLogger(ChoosingPassword.class);

	private final Claims claims;

	private final Mailboxes mailboxes;

	private final Passwords passwords;

	private final MailAccess access;

	private final Reports reports;

	private final TransactionTemplate transaction;

	ChoosingPassword(Claims claims, Mailboxes mailboxes, Passwords passwords, MailAccess access, Reports reports,
			TransactionTemplate transaction) {
		this.claims = claims;
		this.mailboxes = mailboxes;
		this.passwords = passwords;
		this.access = access;
		this.reports = reports;
		this.transaction = transaction;
	}

	/** What became of a password. */
	enum Choice {

		/** It is set, and the link is used up. */
		SET,
		/** The link does not work, or not any more. */
		VOID,
		/** Somebody is using the link at this moment. */
		IN_USE,
		/** There is no mailbox yet. */
		TOO_EARLY,
		/** The mail server did not take it, or did not say; the link still works. */
		NOT_SET

	}

	/** The link with this hash, if it works. Looking does not use it up. */
	Optional<Link> look(String hash) {
		return this.claims.find(hash);
	}

	/** The address that the link opens; empty while there is no mailbox. */
	Optional<String> address(Link link) {
		return this.mailboxes.of(link.person());
	}

	Choice choose(String hash, String password) {
		UUID claim = UUID.randomUUID();
		Optional<Link> link = this.claims.claim(hash, claim);
		if (link.isEmpty()) {
			return look(hash).isPresent() ? Choice.IN_USE : Choice.VOID;
		}
		try (MDC.MDCCloseable person = MDC.putCloseable("person", link.get().person().id().toString())) {
			return use(link.get(), claim, password);
		}
	}

	private Choice use(Link link, UUID claim, String password) {
		Choice choice = Choice.NOT_SET;
		try {
			choice = set(link, password);
		}
		finally {
			end(claim, link, choice);
		}
		return choice;
	}

	private Choice set(Link link, String password) {
		Optional<String> address = address(link);
		if (address.isEmpty()) {
			return Choice.TOO_EARLY;
		}
		Outcome outcome = this.passwords.set(address.get(), password);
		if (outcome instanceof Outcome.Done) {
			return Choice.SET;
		}
		log.warn("The password of {} was not set: {}", address.get(), outcome.detail());
		if (outcome instanceof Outcome.Misconfigured) {
			this.access.refused(link.person(), link.issue());
		}
		return Choice.NOT_SET;
	}

	private void end(UUID claim, Link link, Choice choice) {
		if (choice != Choice.SET) {
			this.claims.release(claim);
			return;
		}
		this.transaction.executeWithoutResult((tx) -> {
			this.claims.used(claim);
			this.reports.say(State.USED, link, "the owner has chosen a password", null);
		});
	}

}
