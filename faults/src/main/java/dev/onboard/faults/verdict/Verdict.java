package dev.onboard.faults.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.onboard.faults.outside.Seen.Kind;
import dev.onboard.faults.world.Page;
import dev.onboard.faults.world.Slack;

/** Finds what was lost, doubled, repeated too often, or came in the wrong order. */
public final class Verdict {

	private static final Duration LONGEST_POST = Duration.ofSeconds(2);

	private static final Duration LONGEST_PUBLISHING = Duration.ofSeconds(2);

	/** More of a kind are only counted. */
	private static final int NAMED = 5;

	private final Evidence evidence;

	private final Effects effects;

	private final Map<String, Page> pages = new HashMap<>();

	private final List<String> broken = new ArrayList<>();

	private final List<String> slow = new ArrayList<>();

	private int doubled;

	private int repeats;

	private Verdict(Evidence evidence) {
		this.evidence = evidence;
		this.effects = new Effects(evidence.seen());
		evidence.pages().forEach((page) -> this.pages.put(page.login(), page));
	}

	public static Judgement on(Evidence evidence) {
		return new Verdict(evidence).judge();
	}

	private Judgement judge() {
		this.broken.addAll(this.evidence.troubles());
		Set<String> lost = new TreeSet<>();
		this.evidence.accepted().stream().filter(this::isLost).forEach(lost::add);
		name("lost: accepted with 202 and neither ready nor refused", lost);
		everybodyHasEachOnce();
		name("done to people whom nobody was told had been accepted", strangers());
		name("Redmine or Slack came before the mailbox", disordered());
		if (this.repeats > this.evidence.bound()) {
			this.broken.add(this.repeats + " mails and posts were repeated, more than " + this.evidence.bound()
					+ " that were in hand at kills or lost their answers");
		}
		if (this.evidence.longestPost().compareTo(LONGEST_POST) > 0) {
			this.slow.add("a POST waited " + this.evidence.longestPost().toMillis() + " ms");
		}
		if (this.evidence.resumed().compareTo(LONGEST_PUBLISHING) > 0) {
			this.slow
				.add("publishing went on " + this.evidence.resumed().toMillis() + " ms after the broker was ready");
		}
		return new Judgement(this.evidence.accepted().size(),
				(int) this.evidence.pages().stream().filter(Page::isReady).count(), lost.size(), this.doubled,
				this.repeats, this.evidence.bound(), failed(), Stall.of(this.evidence.pages()),
				this.evidence.longestPost(), List.copyOf(this.broken), List.copyOf(this.slow));
	}

	private boolean isLost(String login) {
		Page page = this.pages.get(login);
		return page == null || !(this.evidence.refused().contains(login) ? isRefused(page) : page.isReady());
	}

	/** One step failed; the others are done, or never began without a mailbox. */
	private static boolean isRefused(Page page) {
		List<Page.Step> open = page.steps().stream().filter((step) -> !step.hasEnded()).toList();
		boolean noMailbox = open.stream().anyMatch((step) -> step.system().equals("mail"));
		return page.needsAttention() && open.stream().filter((step) -> step.state().equals("FAILED")).count() == 1
				&& (open.size() == 1 || noMailbox);
	}

	private int failed() {
		return (int) this.evidence.refused()
			.stream()
			.filter((login) -> Optional.ofNullable(this.pages.get(login)).filter(Page::needsAttention).isPresent())
			.count();
	}

	private void everybodyHasEachOnce() {
		Set<String> missing = new TreeSet<>();
		Set<String> twice = new TreeSet<>();
		boolean cards = this.evidence.slack() == Slack.CARD;
		for (String login : this.evidence.accepted()) {
			once(login, Kind.MAILBOX, this.effects.count(login, Kind.MAILBOX), missing, twice);
			once(login, Kind.WELCOME_MAIL, this.effects.different(login, Kind.WELCOME_MAIL), missing, twice);
			once(login, Kind.REDMINE_ACCOUNT, this.effects.count(login, Kind.REDMINE_ACCOUNT), missing, twice);
			int posts = this.effects.count(login, cards ? Kind.CARD : Kind.WEBHOOK_POST);
			once(login, cards ? Kind.CARD : Kind.WEBHOOK_POST, cards ? posts : Math.min(posts, 1), missing, twice);
			this.repeats += Math.max(0,
					this.effects.count(login, Kind.WELCOME_MAIL) - this.effects.different(login, Kind.WELCOME_MAIL));
			this.repeats += cards ? 0 : Math.max(0, posts - 1);
		}
		name("told to be done, and never done outside", missing);
		name("doubled", twice);
	}

	private void once(String login, Kind kind, int count, Set<String> missing, Set<String> twice) {
		Page page = this.pages.get(login);
		if (count == 0 && page != null && page.step(system(kind)).hasEnded()) {
			missing.add(login + " (" + kind + ")");
		}
		if (count > 1) {
			twice.add(login + " (" + count + " × " + kind + ")");
			this.doubled += count - 1;
		}
	}

	private static String system(Kind kind) {
		return switch (kind) {
			case MAILBOX, WELCOME_MAIL, OTHER_MAIL -> "mail";
			case REDMINE_ACCOUNT -> "redmine";
			case WEBHOOK_POST, CARD, CARD_UPDATE -> "slack";
		};
	}

	/**
	 * Somebody whose 202 was lost on the way is repeated by the client, so all are known.
	 */
	private Set<String> strangers() {
		Set<String> strangers = new TreeSet<>();
		this.effects.logins().forEach(strangers::add);
		strangers.removeAll(this.evidence.accepted());
		return strangers;
	}

	private Set<String> disordered() {
		Set<String> disordered = new TreeSet<>();
		for (String login : this.evidence.accepted()) {
			Optional<Instant> mailbox = this.effects.first(login, Kind.MAILBOX);
			for (Kind later : List.of(Kind.REDMINE_ACCOUNT, Kind.CARD, Kind.WEBHOOK_POST)) {
				Optional<Instant> at = this.effects.first(login, later);
				if (at.isPresent() && (mailbox.isEmpty() || at.get().isBefore(mailbox.get()))) {
					disordered.add(login + " (" + later + ")");
				}
			}
		}
		return disordered;
	}

	private void name(String what, Set<String> who) {
		if (!who.isEmpty()) {
			String names = String.join(", ", who.stream().limit(NAMED).toList());
			this.broken
				.add(what + ": " + names + ((who.size() > NAMED) ? " and " + (who.size() - NAMED) + " more" : ""));
		}
	}

}
