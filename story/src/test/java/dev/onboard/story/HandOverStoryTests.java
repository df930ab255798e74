package dev.onboard.story;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.onboard.testing.Project;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** The mailbox gets an owner, and nobody else has ever seen a password. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class HandOverStoryTests {

	private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/activate/([A-Za-z0-9_-]+)");

	private static final String PASSWORD = "seventeen purple Kites!";

	private final Company company = Company.open();

	@Test
	void aNewcomerChoosesAPasswordAndReadsTheWelcomeMail() throws Exception {
		try (Tap tap = new Tap(this.company.broker())) {
			PersonPage alice = accept("alice.handover", "alice.handover@home.example");
			Matcher link = linkSentTo("alice.handover@home.example");
			awaitActivation(alice, "SENT");
			choosesAPassword(link.group());
			readsTheWelcomeMail(alice);
			theLinkWorksNoMore(link.group());
			awaitActivation(alice, "USED");
			List<String> secrets = List.of(PASSWORD, link.group(1), initialPassword(alice), Company.MAIL_KEY,
					Company.TASK_KEY, Company.ADMIN_TOKEN, "/services/T0/B0/story");
			nobodySaw(secrets, alice, tap);
		}
	}

	@Test
	void anOperatorHandsTheLinkOverWhereNoContactIsKnown() throws Exception {
		try (Tap tap = new Tap(this.company.broker())) {
			PersonPage bob = accept("bob.handover", null);
			String first = linkFor(bob);
			String second = linkFor(bob);
			awaitActivation(bob, "ISSUED");
			theLinkWorksNoMore(first);
			choosesAPassword(second);
			readsTheWelcomeMail(bob);
			List<String> secrets = new ArrayList<>();
			for (String link : List.of(first, second)) {
				secrets.add(link.substring(link.lastIndexOf('/') + 1));
			}
			nobodySaw(secrets, bob, tap);
		}
	}

	@Test
	void aLinkIsRevoked() throws Exception {
		PersonPage carol = accept("carol.handover", null);
		String link = linkFor(carol);
		awaitActivation(carol, "ISSUED");
		Http.delete(this.company.task().uri("/users/" + carol.id() + "/activation-link"));
		awaitActivation(carol, "REVOKED");
		theLinkWorksNoMore(link);
	}

	private PersonPage accept(String login, String contact) throws IOException {
		PersonPage page = this.company.api().accept(new Newcomer(login, "Алиса", "李", contact));
		return this.company.awaitReady(page.id(), Duration.ofSeconds(30));
	}

	private String linkFor(PersonPage person) throws IOException {
		HttpResponse<String> answer = Http.post(this.company.task().uri("/users/" + person.id() + "/activation-link"),
				Map.of(), Map.of());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
		String link = Http.json(answer.body()).required("link").asString();
		assertThat(link).matches(LINK);
		return link;
	}

	private Matcher linkSentTo(String contact) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> LINK.matcher(this.company.sandbox()
				.mails()
				.valueStream()
				.filter((mail) -> mail.required("recipients").toString().contains(contact))
				.map((mail) -> mail.required("text").asString())
				.findFirst()
				.orElse("")), Matcher::find);
	}

	private static void choosesAPassword(String link) throws IOException {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Http.get(URI.create(link)).statusCode() == 200);
		String form = "password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8) + "&again="
				+ URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
		HttpResponse<String> answer = Http.postForm(URI.create(link), form);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(answer.body()).doesNotContain(PASSWORD);
	}

	private void readsTheWelcomeMail(PersonPage person) throws IOException {
		try (Imap imap = new Imap(this.company.sandbox().imapPort())) {
			assertThat(imap.login(person.address(), initialPassword(person))).isFalse();
			assertThat(imap.login(person.address(), PASSWORD)).isTrue();
			assertThat(imap.inbox()).contains("Message-ID: <welcome." + person.id());
		}
	}

	private static void theLinkWorksNoMore(String link) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Http.get(URI.create(link)).statusCode() == 404);
	}

	private void awaitActivation(PersonPage person, String state) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.company.api().page(person.id()).activation())
				.isEqualTo(new PersonPage.Activation(state)));
	}

	/** The canary: no log, no row, no message and no answer holds a secret. */
	private void nobodySaw(List<String> secrets, PersonPage person, Tap tap) throws Exception {
		List<String> seen = new ArrayList<>(tap.messages());
		assertThat(seen).anyMatch((message) -> message.contains("user.mail.added"));
		for (Service service : List.of(this.company.task(), this.company.mail(), this.company.web())) {
			seen.add(service.log());
		}
		for (String schema : List.of("task", "mail", "web")) {
			seen.addAll(rows(schema));
		}
		assertThat(seen).anyMatch((row) -> row.contains(person.id().toString()));
		assertThat(this.company.collector().requests()).isNotEmpty();
		seen.addAll(this.company.collector().requests());
		seen.add(this.company.api().rawPage(person.id()));
		seen.add(this.company.api().target("mail").toString());
		assertThat(seen).allSatisfy((text) -> assertThat(secrets).noneMatch(text::contains));
	}

	private List<String> rows(String schema) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (Connection connection = DriverManager.getConnection(this.company.database().url(), schema,
				Project.PASSWORD); Statement statement = connection.createStatement()) {
			List<String> tables = new ArrayList<>();
			try (ResultSet result = statement
				.executeQuery("select tablename from pg_tables where schemaname = current_schema()")) {
				while (result.next()) {
					tables.add(result.getString(1));
				}
			}
			for (String table : tables) {
				try (ResultSet result = statement.executeQuery("select t::text from \"" + table + "\" t")) {
					while (result.next()) {
						rows.add(result.getString(1));
					}
				}
			}
		}
		return rows;
	}

	/** As the mail-service derives it. */
	private static String initialPassword(PersonPage person) {
		return hmac(person.id(), "/mailbox/1");
	}

	private static String hmac(UUID person, String purpose) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(Company.MAIL_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(mac.doFinal((person + purpose).getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
