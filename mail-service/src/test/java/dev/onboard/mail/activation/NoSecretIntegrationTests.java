package dev.onboard.mail.activation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.rabbitmq.client.GetResponse;
import dev.onboard.events.ActivationOrder.Action;
import dev.onboard.events.ActivationReport.State;
import dev.onboard.mail.InitialPasswords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** After everything that may happen no secret is anywhere but where it belongs. */
@ExtendWith(OutputCaptureExtension.class)
class NoSecretIntegrationTests extends HandOverTest {

	private static final String CANARY = "kanarienvogel im bergwerk";

	@Autowired
	InitialPasswords initialPasswords;

	@Test
	void noSecretIsInLogsRowsMessagesOrAnswers(CapturedOutput output) throws IOException {
		List<String> answers = new ArrayList<>();
		String mailed = createAndReadLink();
		List<String> messages = new ArrayList<>(outbox());
		answers.addAll(misuse(mailed));
		order(Action.SEND, 2);
		await(State.SENT, 2);
		String second = mailedSecrets(2).get(1);
		WEBADMIN.close();
		answers.add(browser().rawPost("/activate/" + second, form(CANARY)));
		WEBADMIN.open(webAdminPort());
		String given = issue(3, Instant.now().plusSeconds(600));
		answers.add(browser().rawPost("/activate/" + given, form(CANARY)));
		await(State.USED, 3);
		answers.addAll(misuse(given));
		order(Action.REVOKE, 4);
		await(State.REVOKED, 4);
		messages.addAll(outbox());
		this.heard.forEach(
				(event) -> messages.add(new String(dev.onboard.events.EventJson.write(event), StandardCharsets.UTF_8)));
		for (GetResponse parked : this.task.drain("task.parked")) {
			messages.add(new String(parked.getBody(), StandardCharsets.UTF_8) + parked.getProps());
		}
		List<String> rows = rows();
		assertThat(Imap.opens(this.alice.address(), CANARY)).isTrue();

		assertThat(rows).anyMatch((row) -> row.contains(LinkSecrets.hash(given)));
		assertThat(messages).anyMatch((message) -> message.contains(this.alice.id().toString()));
		assertThat(output.getAll()).contains(this.alice.id().toString());
		for (String secret : List.of(mailed, second, given, CANARY, CANARY.replace(' ', '+'),
				this.initialPasswords.of(this.alice, 1), KEY)) {
			assertThat(rows).noneMatch((row) -> row.contains(secret));
			assertThat(messages).noneMatch((message) -> message.contains(secret));
			assertThat(answers).noneMatch((answer) -> answer.contains(secret));
			assertThat(output.getAll()).doesNotContain(secret);
		}
	}

	/** What clients do that are broken, curious or hostile. */
	private List<String> misuse(String secret) {
		String path = "/activate/" + secret;
		List<String> answers = new ArrayList<>();
		for (String request : List.of("GET " + path + "|\u0001 HTTP/1.1", "GET " + path + "^ HTTP/1.1",
				"GET " + path + "/%2F HTTP/1.1", "GET " + path + "/%00 HTTP/1.1", "GET " + path + "/../x HTTP/1.1",
				"PUT " + path + " HTTP/1.1", "TRACE " + path + " HTTP/1.1", "B\u0000D " + path + " HTTP/1.1",
				"GET " + path + "?password=" + CANARY.replace(' ', '+') + " HTTP/1.1", "GET " + path + " HTTP/9.9",
				"GET " + path + ";jsessionid=1 HTTP/1.1", "GET " + path + "%zz HTTP/1.1",
				"POST " + path + " HTTP/1.1\r\nContent-Type: nonsense\r\nContent-Length: 0")) {
			answers.add(browser().raw(request + "\r\nHost: onboard\r\nConnection: close\r\n\r\n"));
		}
		answers.add(browser().rawPost(path, "password=%zz&again=%zz"));
		answers.add(browser().rawPost(path, form(CANARY).replace("again=", "again=x")));
		answers.add(browser().rawPost(path, form("short " + CANARY.substring(0, 3))));
		answers.add(browser().rawPost(path, "password=" + CANARY.replace(' ', '+').repeat(2000)));
		answers.add(browser().raw("POST " + path + " HTTP/1.1\r\nHost: onboard\r\nConnection: close\r\n"
				+ "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 90\r\n\r\n"
				+ "--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\n" + CANARY + "\r\n--b--\r\n"));
		assertThat(answers).allMatch((answer) -> answer.startsWith("HTTP/1.1 "));
		return answers;
	}

	private static String form(String password) {
		String encoded = password.replace(' ', '+');
		return "password=" + encoded + "&again=" + encoded;
	}

	/** Every row of every table of the service, as text. */
	private List<String> rows() {
		List<String> tables = this.jdbc
			.sql("select table_name from information_schema.tables where table_schema = current_schema()")
			.query(String.class)
			.list();
		assertThat(tables).contains("activation", "effect", "outbox", "target");
		List<String> rows = new ArrayList<>();
		tables.forEach((table) -> rows
			.addAll(this.jdbc.sql("select t::text from " + table + " t").query(String.class).list()));
		return rows;
	}

	private List<String> outbox() {
		return this.jdbc.sql("select convert_from(body, 'UTF8') from outbox").query(String.class).list();
	}

}
