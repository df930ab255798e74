package dev.onboard.mail.activation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.ledger.Steps;
import dev.onboard.events.ActivationOrder;
import dev.onboard.events.ActivationReport.State;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepRefresh;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UnreadableEventException;
import dev.onboard.mail.HandingOver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Issues, mails and revokes links as ordered. */
@Component
class LinkOrders implements HandingOver {

	private static final Logger log = LoggerFactory.getLogger(LinkOrders.class);

	private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

	private final Links links;

	private final LinkMails mails;

	private final Reports reports;

	private final Steps steps;

	private final TransactionTemplate transaction;

	LinkOrders(Links links, LinkMails mails, Reports reports, Steps steps, TransactionTemplate transaction) {
		this.links = links;
		this.mails = mails;
		this.reports = reports;
		this.steps = steps;
		this.transaction = transaction;
	}

	@Override
	public void carryOut(ActivationOrder order) {
		Link link = new Link(order.person(), order.attempt().generation());
		switch (order.action()) {
			case ISSUE -> this.transaction.executeWithoutResult((tx) -> issue(link,
					Objects.requireNonNull(order.linkHash()), Objects.requireNonNull(order.expiresAt())));
			case SEND -> mail(order.person(), order.attempt());
			case REVOKE -> this.transaction.executeWithoutResult((tx) -> revoke(link));
		}
	}

	@Override
	public void goOn(StepRefresh refresh) {
		mail(refresh.person(), refresh.attempt());
	}

	private void issue(Link link, String hash, Instant expiresAt) {
		if (!HASH.matcher(hash).matches()) {
			throw new UnreadableEventException("linkHash is no SHA-256 in lower-case hex");
		}
		if (this.links.open(link, hash, expiresAt, true) == Links.Opening.OPEN) {
			this.reports.say(State.ISSUED, link, "activation link given to an operator", expiresAt);
		}
		else {
			dropped(link);
		}
	}

	private void mail(Person person, Attempt attempt) {
		LinkMail mail = new LinkMail(attempt.generation(), this.mails);
		this.steps.carry(new Step(TargetSystem.MAIL, List.of(mail, new LinkMailSaid(mail)), true), person, attempt,
				QUEUE);
	}

	private void revoke(Link link) {
		switch (this.links.revoke(link)) {
			case DONE -> this.reports.say(State.REVOKED, link, "no activation link works any more", null);
			case WHILE_USED -> this.reports.say(State.REVOKED, link,
					"no activation link works any more, but one was just being used", null);
			case OUTDATED -> dropped(link);
		}
	}

	private static void dropped(Link link) {
		log.info("Dropping an order for activation link {}: it is void, or a newer one is known", link.issue());
	}

}
