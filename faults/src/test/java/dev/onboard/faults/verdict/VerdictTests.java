package dev.onboard.faults.verdict;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.onboard.faults.outside.Seen;
import dev.onboard.faults.outside.Seen.Kind;
import dev.onboard.faults.world.Page;
import dev.onboard.faults.world.Slack;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two people were accepted and got everything; then one thing is changed. */
class VerdictTests {

	private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

	private final List<Page> pages = new ArrayList<>(List.of(page("ann", "READY"), page("bob", "READY")));

	private final List<Seen> seen = new ArrayList<>();

	private final List<String> troubles = new ArrayList<>();

	private Set<String> refused = Set.of();

	private Slack slack = Slack.CARD;

	private int bound;

	private Duration longestPost = Duration.ofMillis(50);

	private Duration resumed = Duration.ZERO;

	VerdictTests() {
		for (String login : List.of("ann", "bob")) {
			see(1, Kind.MAILBOX, login + "@example.com", "");
			see(2, Kind.WELCOME_MAIL, login + "@example.com", "<welcome." + login + "@example.com>");
			see(3, Kind.REDMINE_ACCOUNT, login, "7");
			see(4, Kind.CARD, login + "@example.com", "1.1");
			see(5, Kind.CARD_UPDATE, login + "@example.com", "1.1");
		}
	}

	@Test
	void holdsWhereEverybodyGotEverythingOnce() {
		Judgement judgement = judge();
		assertThat(judgement.holds()).isTrue();
		assertThat(judgement).isEqualTo(
				new Judgement(2, 2, 0, 0, 0, 0, 0, Duration.ofSeconds(4), Duration.ofMillis(50), List.of(), List.of()));
	}

	@Test
	void tellsWhoHasNoPage() {
		this.pages.remove(1);
		assertThat(judge().lost()).isEqualTo(1);
		isBroken("lost: accepted with 202 and neither ready nor refused: bob");
	}

	@Test
	void tellsWhoIsStillInProgress() {
		this.pages.set(1, page("bob", "IN_PROGRESS"));
		assertThat(judge().lost()).isEqualTo(1);
		isBroken("lost: accepted with 202 and neither ready nor refused: bob");
	}

	@Test
	void tellsWhoFailedThoughNobodyRefusedThem() {
		this.pages.set(1, page("bob", "NEEDS_ATTENTION"));
		assertThat(judge().lost()).isEqualTo(1);
		isBroken("lost: accepted with 202 and neither ready nor refused: bob");
	}

	@Test
	void expectsWhoWasRefusedToNeedAttention() {
		this.refused = Set.of("bob");
		assertThat(judge().lost()).isEqualTo(1);
		this.pages.set(1, page("bob", "NEEDS_ATTENTION"));
		assertThat(judge().lost()).isZero();
		assertThat(judge().failed()).isEqualTo(1);
	}

	@Test
	void tellsWhoWasRefusedAndHasNotTheRest() {
		this.refused = Set.of("bob");
		Page bob = page("bob", "NEEDS_ATTENTION");
		this.pages.set(1, page("bob", "NEEDS_ATTENTION", "DONE", "PENDING", "FAILED"));
		assertThat(judge().lost()).as("Redmine is open").isEqualTo(1);
		this.pages.set(1, page("bob", "NEEDS_ATTENTION", "FAILED", "PENDING", "PENDING"));
		assertThat(judge().lost()).as("nothing without a mailbox").isZero();
		this.pages.set(1, bob);
		this.seen.removeIf((it) -> it.kind() == Kind.REDMINE_ACCOUNT && it.person().equals("bob"));
		isBroken("told to be done, and never done outside: bob (REDMINE_ACCOUNT)");
	}

	@Test
	void tellsWhoIsReadyWithoutTheEffect() {
		this.seen.removeIf((it) -> it.kind() == Kind.REDMINE_ACCOUNT && it.person().equals("bob"));
		isBroken("told to be done, and never done outside: bob (REDMINE_ACCOUNT)");
	}

	@Test
	void tellsASecondMailbox() {
		see(6, Kind.MAILBOX, "bob@example.com", "");
		assertThat(judge().doubled()).isEqualTo(1);
		isBroken("doubled: bob (2 × MAILBOX)");
	}

	@Test
	void tellsASecondAccount() {
		see(6, Kind.REDMINE_ACCOUNT, "bob", "8");
		isBroken("doubled: bob (2 × REDMINE_ACCOUNT)");
	}

	@Test
	void tellsASecondCard() {
		see(6, Kind.CARD, "bob@example.com", "1.2");
		isBroken("doubled: bob (2 × CARD)");
	}

	@Test
	void tellsAWelcomeMailWithAnotherMessageId() {
		this.bound = 1;
		see(6, Kind.WELCOME_MAIL, "bob@example.com", "<another@example.com>");
		assertThat(judge().doubled()).isEqualTo(1);
		isBroken("doubled: bob (2 × WELCOME_MAIL)");
	}

	@Test
	void excusesTheSameWelcomeMailAsOftenAsWasInHand() {
		see(6, Kind.WELCOME_MAIL, "bob@example.com", "<welcome.bob@example.com>");
		assertThat(judge().repeats()).isEqualTo(1);
		isBroken("1 mails and posts were repeated, more than 0 that were in hand at kills or lost their answers");
		this.bound = 1;
		assertThat(judge().broken()).isEmpty();
		assertThat(judge().doubled()).isZero();
	}

	@Test
	void excusesPostsAsOftenAsWereInHand() {
		this.slack = Slack.WEBHOOK;
		this.seen.removeIf((it) -> it.kind() == Kind.CARD);
		see(4, Kind.WEBHOOK_POST, "ann@example.com", "");
		see(4, Kind.WEBHOOK_POST, "bob@example.com", "");
		assertThat(judge().broken()).isEmpty();
		see(6, Kind.WEBHOOK_POST, "bob@example.com", "");
		assertThat(judge().repeats()).isEqualTo(1);
		assertThat(judge().broken()).hasSize(1);
		this.bound = 1;
		assertThat(judge().broken()).isEmpty();
	}

	@Test
	void tellsWhatCameBeforeTheMailbox() {
		see(0, Kind.REDMINE_ACCOUNT, "bob", "7");
		this.seen
			.removeIf((it) -> it.kind() == Kind.REDMINE_ACCOUNT && it.at().isAfter(START) && it.person().equals("bob"));
		isBroken("Redmine or Slack came before the mailbox: bob (REDMINE_ACCOUNT)");
	}

	@Test
	void tellsWhatWasDoneToStrangers() {
		see(6, Kind.MAILBOX, "carl@example.com", "");
		isBroken("done to people whom nobody was told had been accepted: carl");
	}

	@Test
	void tellsASlowPost() {
		this.longestPost = Duration.ofMillis(2001);
		isSlow("a POST waited 2001 ms");
	}

	@Test
	void tellsThatPublishingWentOnLate() {
		this.resumed = Duration.ofMillis(2500);
		isSlow("publishing went on 2500 ms after the broker was ready");
	}

	@Test
	void keepsWhatWasFoundElsewhere() {
		this.troubles.add("the queue mail.create still has 1 messages");
		isBroken("the queue mail.create still has 1 messages");
	}

	private void isBroken(String promise) {
		assertThat(judge().broken()).containsExactly(promise);
		assertThat(judge().holds()).isFalse();
	}

	private void isSlow(String promise) {
		assertThat(judge().slow()).containsExactly(promise);
		assertThat(judge().broken()).isEmpty();
	}

	private Judgement judge() {
		return Verdict.on(new Evidence(Set.of("ann", "bob"), this.refused, this.pages, this.seen, this.slack,
				this.bound, this.longestPost, this.resumed, this.troubles));
	}

	private void see(int seconds, Kind kind, String person, String detail) {
		this.seen.add(new Seen(START.plusSeconds(seconds), kind, person, detail));
	}

	private static Page page(String login, String state) {
		return page(login, state, "DONE", "DONE", state.equals("READY") ? "DONE" : "FAILED");
	}

	private static Page page(String login, String state, String mail, String redmine, String slack) {
		return new Page(UUID.nameUUIDFromBytes(login.getBytes(StandardCharsets.UTF_8)), login, state,
				List.of(new Page.Step("mail", mail, 1, "", START.plusSeconds(2)),
						new Page.Step("redmine", redmine, 1, "", START.plusSeconds(2)),
						new Page.Step("slack", slack, 1, "", START.plusSeconds(6))),
				START);
	}

}
