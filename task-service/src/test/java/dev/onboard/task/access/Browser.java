package dev.onboard.task.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps cookies and sends forms, and follows no redirect by itself. */
final class Browser {

	private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final String host;

	Browser(int port) {
		this.host = "http://localhost:" + port;
	}

	HttpResponse<String> look(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.host + path)).header("Accept", "text/html,*/*;q=0.8"));
	}

	HttpResponse<String> post(String path, Map<String, String> fields) {
		return post(path, fields, "same-origin");
	}

	/** From a page of the same origin, or else as a browser says it. */
	HttpResponse<String> post(String path, Map<String, String> fields, String site) {
		String form = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(URI.create(this.host + path))
			.header("Accept", "text/html,*/*;q=0.8")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Sec-Fetch-Site", site)
			.POST(BodyPublishers.ofString(form)));
	}

	/** Sends a form as a browser sends one with a file; the field of that name is one. */
	HttpResponse<String> upload(String path, Map<String, String> fields) {
		String form = fields.entrySet()
			.stream()
			.map((field) -> "--x\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\""
					+ (field.getKey().equals("file") ? "; filename=\"people.csv\"" : "") + "\r\n\r\n" + field.getValue()
					+ "\r\n")
			.collect(Collectors.joining("", "", "--x--\r\n"));
		return send(HttpRequest.newBuilder(URI.create(this.host + path))
			.header("Accept", "text/html,*/*;q=0.8")
			.header("Content-Type", "multipart/form-data; boundary=x")
			.POST(BodyPublishers.ofString(form)));
	}

	HttpResponse<String> signIn(String token, String next) {
		return post("/sign-in", Map.of("_csrf", formToken(), "token", token, "next", next));
	}

	/** What a form that was loaded now has in it. */
	String formToken() {
		Matcher matcher = FORM_TOKEN.matcher(look("/sign-in").body());
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	/** This cookie, and no other one. */
	void keep(String name, String value) {
		this.cookies.getCookieStore().removeAll();
		HttpCookie cookie = new HttpCookie(name, value);
		cookie.setPath("/");
		cookie.setVersion(0);
		this.cookies.getCookieStore().add(URI.create(this.host), cookie);
	}

	String cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElse("");
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
