package dev.onboard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox as a process: a real mail server and a Slack simulator. */
public final class Sandbox {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final int httpPort = Ports.free();

	private final int smtpPort = Ports.free();

	private final int imapPort = Ports.free();

	private final int webAdminPort = Ports.free();

	private Sandbox() {
		Path folder = Project.emptyFolder("sandbox-run");
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx512m", "-jar", Project.root().resolve("sandbox/target/sandbox.jar").toString());
		builder.environment().put("SANDBOX_HTTP_PORT", Integer.toString(this.httpPort));
		builder.environment().put("SANDBOX_SMTP_PORT", Integer.toString(this.smtpPort));
		builder.environment().put("SANDBOX_IMAP_PORT", Integer.toString(this.imapPort));
		builder.environment().put("SANDBOX_WEBADMIN_PORT", Integer.toString(this.webAdminPort));
		AtomicReference<@Nullable Process> running = new AtomicReference<>();
		Exit.stops(() -> Optional.ofNullable(running.get()).ifPresent(Process::destroy));
		Exit.starts(builder.redirectErrorStream(true).redirectOutput(folder.resolve("sandbox.log").toFile()),
				running::set);
		Awaitility.await("sandbox, see " + folder)
			.atMost(Duration.ofMinutes(2))
			.ignoreExceptions()
			.until(() -> request("GET", "/health", "").statusCode() == 200);
	}

	/** The sandbox of this test run. */
	public static Sandbox shared() {
		return Shared.SANDBOX;
	}

	public String url() {
		return "http://127.0.0.1:" + this.httpPort;
	}

	public int smtpPort() {
		return this.smtpPort;
	}

	public int imapPort() {
		return this.imapPort;
	}

	public String webAdminUrl() {
		return "http://127.0.0.1:" + this.webAdminPort;
	}

	/** Where the Slack simulator has its Web API. */
	public String slackApiUrl() {
		return url() + "/api";
	}

	/** What was posted to webhooks of the Slack simulator, oldest first. */
	public JsonNode messages() {
		return get("/messages");
	}

	public void forgetMessages() {
		request("DELETE", "/messages", "");
	}

	/**
	 * What bots posted to the Slack simulator, in its present state, oldest post first.
	 */
	public JsonNode cards() {
		return get("/cards");
	}

	public void forgetCards() {
		request("DELETE", "/cards", "");
	}

	/** Addresses and message counts of mailboxes. */
	public JsonNode mailboxes() {
		return get("/mailboxes");
	}

	/** Every mail that the mail server took, oldest first. */
	public JsonNode mails() {
		return get("/mails");
	}

	/**
	 * How the Slack simulator answers from now on: one behaviour for the webhooks, and
	 * one for each {@code method} of the Web API.
	 * @throws IllegalArgumentException if the sandbox does not know such a behaviour
	 */
	public void behaveAs(String json) {
		HttpResponse<String> answer = request("PUT", "/behaviour", json);
		if (answer.statusCode() != 200) {
			throw new IllegalArgumentException(answer.body());
		}
	}

	/** Back to normal, with all methods. */
	public void behave() {
		request("DELETE", "/behaviour", "");
	}

	private JsonNode get(String path) {
		return JSON.readTree(request("GET", path, "").body());
	}

	private HttpResponse<String> request(String method, String path, String body) {
		try {
			return this.http.send(HttpRequest.newBuilder(URI.create(url() + path))
				.timeout(Duration.ofSeconds(20))
				.header("Content-Type", "application/json")
				.method(method, HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static final class Shared {

		private static final Sandbox SANDBOX = new Sandbox();

	}

}
