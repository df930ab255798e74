package dev.onboard.bench.outside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

import dev.onboard.bench.outside.Effects.Kind;
import dev.onboard.bench.wire.HttpLine;
import dev.onboard.bench.wire.Smtp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class CountTests {

	private final Outside outside = new Outside();

	@AfterEach
	void close() throws Exception {
		this.outside.close();
	}

	@Test
	void findsEverybodyOnce() throws Exception {
		onboard("alice");
		onboard("bob");
		assertThat(wrong("alice", "bob")).isEmpty();
	}

	@Test
	void findsWhoIsLost() throws Exception {
		onboard("alice");
		createMailbox("bob");
		assertThat(wrong("alice", "bob")).containsExactly("lost: bob has no MAIL", "lost: bob has no POST");
	}

	@Test
	void findsWhoIsDoubled() throws Exception {
		onboard("alice");
		sendMail("alice");
		assertThat(wrong("alice")).containsExactly("doubled: alice has more than one MAIL");
	}

	@Test
	void findsStrangers() throws Exception {
		onboard("alice");
		onboard("mallory");
		assertThat(wrong("alice")).first().isEqualTo("MAILBOX was done for 1 people whom nobody accepted");
	}

	@Test
	void letsThoseBeThereOfWhomNobodyKnowsButOnlyOnce() throws Exception {
		onboard("alice");
		onboard("maybe");
		assertThat(Count.wrong(Set.of("alice"), Set.of("maybe", "not"), this.outside.effects())).isEmpty();
		sendMail("maybe");
		assertThat(Count.wrong(Set.of("alice"), Set.of("maybe", "not"), this.outside.effects()))
			.containsExactly("doubled: maybe has more than one MAIL");
	}

	@Test
	void letsNoMoreBeDoneAgainThanWasInHand() throws Exception {
		onboard("alice");
		sendMail("alice");
		assertThat(wrong(1, "alice")).isEmpty();
		sendMail("alice");
		assertThat(wrong(1, "alice")).hasSize(2).contains("doubled: alice has more than one MAIL");
		assertThat(wrong(2, "alice")).isEmpty();
		assertThat(wrong(2, "alice", "carol")).contains("lost: carol has no MAIL");
	}

	@Test
	void letsNothingButMailsBeDoneAgain() throws Exception {
		onboard("alice");
		post("alice");
		assertThat(wrong(2, "alice")).containsExactly("doubled: alice has more than one POST");
	}

	@Test
	void isNotContentWithNobody() {
		assertThat(wrong()).containsExactly("nobody was accepted");
	}

	private java.util.List<String> wrong(String... accepted) {
		return Count.wrong(Set.of(accepted), Set.of(), this.outside.effects());
	}

	private java.util.List<String> wrong(long repeats, String... accepted) {
		return Count.wrong(Set.of(accepted), Set.of(), this.outside.effects(), repeats);
	}

	@Test
	void lettingMailboxesWaitHoldsUpNobodyElse() throws Exception {
		this.outside.delayMailboxes(Duration.ofMillis(500));
		Thread other = new Thread(() -> assertThatNoException().isThrownBy(() -> createMailbox("bob")));
		long start = System.nanoTime();
		other.start();
		createMailbox("alice");
		other.join();
		assertThat((System.nanoTime() - start) / 1e9).isBetween(0.5, 0.95);
		assertThat(this.outside.effects().logins(Kind.MAILBOX)).containsExactlyInAnyOrder("alice", "bob");
	}

	private void onboard(String login) throws Exception {
		createMailbox(login);
		sendMail(login);
		post(login);
		assertThat(this.outside.effects().count(Kind.POST, login)).isOne();
	}

	private void post(String login) throws Exception {
		try (HttpLine slack = new HttpLine(this.outside.slackPort(), "")) {
			byte[] post = ("{\"text\":\"Welcome! Mail: " + login + "@example.com\"}").getBytes(StandardCharsets.UTF_8);
			assertThat(slack.send("POST", Outside.WEBHOOK, post)).isEqualTo(200);
		}
	}

	private void createMailbox(String login) throws Exception {
		try (HttpLine mail = new HttpLine(this.outside.mailPort(), "")) {
			assertThat(mail.send("PUT", "/users/" + login + "%40example.com", "{}".getBytes(StandardCharsets.UTF_8)))
				.isEqualTo(204);
		}
	}

	private void sendMail(String login) throws Exception {
		Smtp.send(this.outside.smtpPort(), "welcome@example.com", login + "@example.com", "Subject: Hi\r\n\r\nHello");
	}

}
