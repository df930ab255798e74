package dev.onboard.mail.activation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.onboard.delivery.DeliverySettings;
import dev.onboard.delivery.http.Patience;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.ActivationReport.State;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.mail.Mails;

import org.springframework.stereotype.Component;

/**
 * Mails links. The link of one issue is the same each time that it is mailed; where it
 * would not be, because the key has changed, it is not mailed again.
 */
@Component
class LinkMails {

	/**
	 * Attempts after which a server that takes the mail and does not say so is left
	 * alone: it may deliver each.
	 */
	private static final int MOST_DOUBTFUL = 3;

	private final Links links;

	private final LinkSecrets secrets;

	private final LinkWords words;

	private final Mails mails;

	private final Reports reports;

	private final Mailboxes mailboxes;

	private final ActivationSettings settings;

	private final int maxAttempts;

	private final Clock clock;

	LinkMails(Links links, LinkSecrets secrets, LinkWords words, Mails mails, Reports reports, Mailboxes mailboxes,
			ActivationSettings settings, DeliverySettings delivery, Clock clock) {
		this.links = links;
		this.secrets = secrets;
		this.words = words;
		this.mails = mails;
		this.reports = reports;
		this.mailboxes = mailboxes;
		this.settings = settings;
		this.maxAttempts = delivery.retry().maxAttempts();
		this.clock = clock;
	}

	/**
	 * Makes the link of this issue and mails it to the contact address. The evidence is
	 * how long it works, if it was mailed.
	 */
	Outcome mail(int issue, Work work) {
		Patience patience = Mails.patience();
		Link link = new Link(work.person(), issue);
		String contact = work.person().contactEmail();
		if (contact == null) {
			return refused(link, "there is no contact address to mail the activation link to");
		}
		if (this.mailboxes.of(work.person()).isEmpty()) {
			return refused(link, "there is no mailbox yet that a link could open");
		}
		String secret = this.secrets.of(work.person().id(), issue);
		Instant expiresAt = this.clock.instant().plus(this.settings.valid()).truncatedTo(ChronoUnit.SECONDS);
		return switch (this.links.open(link, LinkSecrets.hash(secret), expiresAt, work.uncertain())) {
			case OPEN -> patience.isOver()
					? new Outcome.Transient("the activation link was not mailed: it took too long to get there")
					: send(link, contact, secret, expiresAt, work);
			case OVER ->
				Outcome.Done.withoutCall("the activation link was not mailed, because it is void already", null);
			case OTHER_SECRET -> keyChanged(link);
		};
	}

	private Outcome send(Link link, String contact, String secret, Instant expiresAt, Work work) {
		Outcome sent = this.mails.send(this.words.mail(link, contact, this.settings.link(secret), expiresAt));
		if (sent instanceof Outcome.Done) {
			return new Outcome.Done(sent.detail(), expiresAt.toString());
		}
		Outcome unsent = unsent(sent, work);
		sayFailed(link, contact, unsent, work.attempt());
		return unsent;
	}

	/** Contact addresses are elsewhere. */
	private static Outcome unsent(Outcome sent, Work work) {
		if (sent instanceof Outcome.Refused) {
			return Outcome.Refused.alone(sent.detail());
		}
		boolean tooOften = work.uncertain() && work.attempt().number() >= MOST_DOUBTFUL;
		return (sent instanceof Outcome.Ambiguous && tooOften)
				? Outcome.Refused.alone(sent.detail() + " each time, so it may have come more than once") : sent;
	}

	/** Says that it was mailed, and works so long. */
	void saySent(int issue, Person person, Instant expiresAt) {
		this.reports.say(State.SENT, new Link(person, issue), "activation link mailed to " + person.contactEmail(),
				expiresAt);
	}

	/**
	 * Once when the trouble begins, and at its end; nobody waits for this mail but its
	 * reader.
	 */
	private void sayFailed(Link link, String contact, Outcome outcome, Attempt attempt) {
		String what = "the activation link cannot be mailed to " + contact + ": " + outcome.detail();
		boolean counted = outcome instanceof Outcome.Transient || outcome instanceof Outcome.Later
				|| outcome instanceof Outcome.Ambiguous;
		if (outcome instanceof Outcome.Refused || (counted && attempt.number() >= this.maxAttempts)) {
			this.reports.say(State.FAILED, link, what + "; change contactEmail, or ask for a link", null);
		}
		else if (counted && attempt.number() == 1) {
			this.reports.say(State.FAILED, link, what + "; it is tried again by itself", null);
		}
	}

	private Outcome refused(Link link, String detail) {
		this.reports.say(State.FAILED, link, detail, null);
		return Outcome.Refused.withoutCall(detail);
	}

	private Outcome keyChanged(Link link) {
		String detail = "an activation link may have been mailed before MAIL_KEY changed; ask for a new one";
		this.reports.say(State.FAILED, link, detail, null);
		return Outcome.Done.withoutCall(detail, null);
	}

}
