package dev.onboard.task.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.onboard.task.Api;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console as a browser without scripts, signed in, sees it. Follows no redirect by
 * itself.
 */
@TestComponent
class Pages {

	private static final Pattern HIDDEN = Pattern
		.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(new CookieManager())
		.build();

	private final Environment environment;

	Pages(Environment environment) {
		this.environment = environment;
	}

	/**
	 * What was answered.
	 *
	 * @param location where it leads to, empty for nowhere
	 */
	record Page(int status, String location, String body) {

		static Page of(HttpResponse<String> response) {
			return new Page(response.statusCode(), response.headers().firstValue("Location").orElse(""),
					response.body());
		}

		Page expect(int expected) {
			assertThat(this.status).as("status of %s", this).isEqualTo(expected);
			return this;
		}

		/** What is read, with one space between all words. */
		String text() {
			String words = this.body.replaceAll("(?s)<head>.*?</head>|<!--.*?-->", " ").replaceAll("(?s)<[^>]*>", " ");
			return HtmlUtils.htmlUnescape(words).replaceAll("\\s+", " ").strip();
		}

		/** The form that is sent there, from its beginning to its end. */
		String form(String action) {
			Matcher form = Pattern.compile("(?s)<form[^>]*action=\"" + Pattern.quote(action) + "\".*?</form>")
				.matcher(this.body);
			assertThat(form.find()).as("a form for %s in %s", action, this).isTrue();
			return form.group();
		}

	}

	private boolean signedIn;

	/** As the administrator, unless that was done. */
	private synchronized void signIn() {
		if (!this.signedIn) {
			this.signedIn = true;
			submit(get("/sign-in"), "/sign-in", Map.of("token", Api.ADMIN_TOKEN)).expect(303);
		}
	}

	Page get(String path, String... headers) {
		signIn();
		HttpRequest.Builder request = to(path).header("Accept", "text/html");
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request);
	}

	/** Fills in a form of a page that was got, and sends it. */
	Page submit(Page page, String action, Map<String, String> typed) {
		return post(action, fields(page, action, typed));
	}

	/** All that a browser would send: what is typed, and what nobody sees. */
	Map<String, String> fields(Page page, String action, Map<String, String> typed) {
		Map<String, String> fields = new LinkedHashMap<>();
		Matcher hidden = HIDDEN.matcher(page.form(action));
		while (hidden.find()) {
			fields.put(hidden.group(1), HtmlUtils.htmlUnescape(hidden.group(2)));
		}
		fields.putAll(typed);
		return fields;
	}

	Page post(String path, Map<String, String> fields) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
		return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body)));
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private HttpRequest.Builder to(String path) {
		return HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(30));
	}

	/** Without a slash at the end. */
	String address() {
		return "http://localhost:" + this.environment.getRequiredProperty("local.server.port");
	}

	private Page send(HttpRequest.Builder request) {
		try {
			return Page.of(this.http.send(request.build(), BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
