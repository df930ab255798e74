package dev.onboard.sandbox;

import java.net.http.HttpResponse;

import javax.mail.AuthenticationFailedException;
import javax.mail.SendFailedException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SandboxIntegrationTests {

	private static Sandbox sandbox;

	private static Visitor visitor;

	private static Correspondent correspondent;

	@BeforeAll
	static void start() throws Exception {
		JvmSettings.apply();
		SandboxSettings settings = OnFreePorts.settings();
		visitor = new Visitor(settings);
		correspondent = new Correspondent(settings);
		sandbox = new Sandbox(settings);
		assertThat(visitor.asks("GET", "/health", "").statusCode()).isEqualTo(503);
		assertThat(visitor.asks("GET", "/mailboxes", "").statusCode()).isEqualTo(503);
		assertThat(visitor.sees("/")).contains("The mail server is starting.");
		sandbox.start();
		assertThat(visitor.sees("/health")).isEqualTo("{\"status\":\"UP\"}");
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@Test
	void provesAPasswordOverWebAdmin() throws Exception {
		assertThat(visitor.createsMailbox("bob@example.com", "right")).isEqualTo(204);
		assertThat(visitor.createsMailbox("bob@example.com", "other")).isEqualTo(409);
		assertThat(visitor.verifies("bob@example.com", "right")).isEqualTo(204);
		assertThat(visitor.verifies("bob@example.com", "other")).isEqualTo(401);
		assertThat(visitor.sees("/mailboxes?address=BOB@example.com"))
			.isEqualTo("[{\"address\":\"bob@example.com\",\"messages\":0}]");
	}

	@Test
	void answersNoPageOfSomebodyElse() throws Exception {
		assertThat(visitor.letsPagesAsk("http://elsewhere.example")).isFalse();
	}

	@Test
	void deliversMailThatItsOwnerReads() throws Exception {
		visitor.createsMailbox("alice@example.com", "right");

		correspondent.sends("Привет, 王小明", "Первый день", "alice@example.com");

		String delivered = "[{\"address\":\"alice@example.com\",\"messages\":1}]";
		assertThat(visitor.seesSoon("/mailboxes?address=alice@example.com", delivered)).isEqualTo(delivered);
		assertThat(correspondent.reads("alice@example.com", "right")).isEqualTo("Привет, 王小明: Первый день");
		assertThatExceptionOfType(AuthenticationFailedException.class)
			.isThrownBy(() -> correspondent.reads("alice@example.com", "wrong"));
		assertThat(visitor.sees("/mails?to=alice@example.com")).contains("\"from\":\"hr@example.com\"",
				"\"recipients\":[\"alice@example.com\"]", "\"foreign\":[]", "\"subject\":\"Привет, 王小明\"",
				"\"text\":\"Первый день\"", "\"messageId\":\"<one@example.com>\"", "\"local\":true");
	}

	@Test
	void keepsMailThatLeavesTheDomain() throws Exception {
		visitor.createsMailbox("carol@example.com", "right");

		correspondent.sends("Both", "x", "carol@example.com", "Dan@private.example.org");

		assertThat(visitor.seesSoon("/mails?to=dan@private.example.org", "Both")).contains(
				"\"recipients\":[\"carol@example.com\",\"Dan@private.example.org\"]",
				"\"foreign\":[\"Dan@private.example.org\"]", "\"local\":false");
		assertThat(visitor.seesSoon("/mailboxes?address=carol@example.com", ":1}")).contains(":1}");
		assertThat(visitor.sees("/mailboxes?address=dan@private.example.org")).isEqualTo("[]");
	}

	@Test
	void tellsAndShowsTheLinkInAMailOfTwoForms() throws Exception {
		visitor.createsMailbox("frank@example.com", "right");

		correspondent.sendsTwoForms("Активация", "Откройте http://localhost:8081/activate/x?a=1&b=2.\nДо встречи",
				"<p>Откройте <b>ссылку</b></p>", "frank@example.com");

		assertThat(visitor.seesSoon("/mails?to=frank@example.com", "activate"))
			.contains("\"text\":\"Откройте http://localhost:8081/activate/x?a=1&b=2.\\nДо встречи\"");
		assertThat(visitor.sees("/")).contains(
				"Откройте <a rel=\"noreferrer\" href=\"http://localhost:8081/activate/x?a=1&amp;b=2\">http://localhost:8081/activate/x?a=1&amp;b=2</a>.\nДо встречи");
	}

	@Test
	void showsACardAsItIsAfterItsLastEdit() throws Exception {
		String answer = visitor.callsSlack("chat.postMessage", "{\"channel\":\"C0PEOPLE\",\"text\":\"Grace, soon\"}");
		assertThat(visitor.sees("/")).contains("<p>Grace, soon</p>", "<p class=\"faint\">C0PEOPLE</p>");

		visitor.callsSlack("chat.update",
				"{\"channel\":\"C0PEOPLE\",\"ts\":%s,\"text\":\"x\",\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"plain_text\",\"emoji\":false,\"text\":\"Grace :x: *y* <img src=z>\\nDone\"}}]}"
					.formatted(answer.replaceFirst(".*?\"ts\":(\"[^\"]+\").*", "$1")));

		assertThat(visitor.sees("/"))
			.contains("<p class=\"\">Grace :x: *y* &lt;img src=z&gt;<br>Done</p>", "C0PEOPLE · edited once, at <time")
			.doesNotContain("Grace, soon");
	}

	@Test
	void refusesMailForNobody() {
		assertThatExceptionOfType(SendFailedException.class)
			.isThrownBy(() -> correspondent.sends("Lost", "x", "nobody@example.com"))
			.havingRootCause()
			.withMessageContaining("550 5.1.1");
	}

	@Test
	void showsEverythingOnAPageThatHostileNamesCannotChange() throws Exception {
		visitor.createsMailbox("eve@example.com", "right");
		correspondent.sends("<script>alert('mail')</script>", "</pre><img src=x>", "eve@example.com");
		visitor.asks("POST", "/services/T0/B0/x",
				"{\"text\":\"*Welcome* &lt;b&gt;Eve&lt;/b&gt; <https://example.com/?a=1&amp;b=2|her page> <img src=x> <javascript:alert(1)|no>\"}");
		visitor.seesSoon("/mails?to=eve@example.com", "alert");

		HttpResponse<String> page = visitor.asks("GET", "/", "");

		assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).startsWith("default-src 'none'")
			.doesNotContain("unsafe");
		assertThat(page.body()).contains("&lt;script&gt;alert(&#39;mail&#39;)&lt;/script&gt;",
				"&lt;/pre&gt;&lt;img src=x&gt;", "<strong>Welcome</strong> &lt;b&gt;Eve&lt;/b&gt;",
				"<a rel=\"noreferrer\" href=\"https://example.com/?a=1&amp;b=2\">her page</a>", "eve@example.com",
				"in memory and gone when the sandbox stops");
		assertThat(page.body()).doesNotContain("<script", "<img", "<b>", "href=\"javascript");
	}

}
