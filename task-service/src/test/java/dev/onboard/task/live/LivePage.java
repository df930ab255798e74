package dev.onboard.task.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.onboard.task.Api;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/** What an open page in a browser is told. */
final class LivePage implements AutoCloseable {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final List<String> told = new CopyOnWriteArrayList<>();

	private final HttpResponse<InputStream> response;

	private volatile boolean ended;

	LivePage(int port, String query) throws Exception {
		this(port, query, Api.ADMIN_TOKEN);
	}

	LivePage(int port, String query, String token) throws Exception {
		this.response = HTTP.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live" + query))
			.header("Accept", "text/event-stream")
			.header("Authorization", "Bearer " + token)
			.timeout(Duration.ofSeconds(30))
			.build(), BodyHandlers.ofInputStream());
		new Thread(this::read, "live-page").start();
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(this.response.body(), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (!line.isEmpty()) {
					String data = lines.readLine();
					if (line.equals("event: changed")) {
						this.told.add(data.substring("data: ".length()));
					}
					else {
						assertThat(line + data).isEqualTo("event: alivedata: ");
					}
				}
			}
		}
		catch (IOException ex) {
			// Closed by one of the two sides.
		}
		this.ended = true;
	}

	HttpResponse<InputStream> response() {
		return this.response;
	}

	/** The data of all events until now. */
	List<String> told() {
		return List.copyOf(this.told);
	}

	/** Waits until so many events have come, and returns all. */
	List<String> await(int events) {
		Awaitility.await(events + " events").atMost(Duration.ofSeconds(30)).until(() -> this.told.size() >= events);
		return told();
	}

	void awaitEnd() {
		Awaitility.await("the end").atMost(Duration.ofSeconds(30)).until(() -> this.ended);
	}

	@Override
	public void close() {
		try {
			this.response.body().close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
