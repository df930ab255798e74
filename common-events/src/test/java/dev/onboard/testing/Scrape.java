package dev.onboard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service, or the broker, tells Prometheus.
 *
 * @param took until it had told all of it
 */
public record Scrape(List<Sample> samples, Duration took) {

	private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)(\\{(.*)\\})? (\\S+)");

	private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

	/**
	 * One line of it.
	 */
	public record Sample(String name, Map<String, String> labels, double value) {
	}

	/** Asks the service on this port of this machine. */
	public static Scrape of(int port) {
		return of(port, "/actuator/prometheus");
	}

	/** Asks whatever is on this port of this machine. */
	public static Scrape of(int port, String path) {
		long start = System.nanoTime();
		URI uri = URI.create("http://localhost:" + port + path);
		try {
			HttpResponse<String> answer = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
			if (answer.statusCode() != 200) {
				throw new AssertionError(answer.statusCode() + " " + answer.body());
			}
			return new Scrape(answer.body().lines().flatMap(Scrape::sample).toList(),
					Duration.ofNanos(System.nanoTime() - start));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Stream<Sample> sample(String line) {
		Matcher sample = SAMPLE.matcher(line);
		if (!sample.matches()) {
			return Stream.empty();
		}
		String labels = (sample.group(3) != null) ? sample.group(3) : "";
		return Stream.of(new Sample(sample.group(1),
				LABEL.matcher(labels)
					.results()
					.collect(Collectors.toMap((MatchResult label) -> label.group(1), (label) -> label.group(2))),
				Double.parseDouble(sample.group(4))));
	}

	/**
	 * The sum of all samples of this name with these labels; 0 where there is none.
	 * @param labels names and values in turn
	 */
	public double sum(String name, String... labels) {
		return of(name, labels).mapToDouble(Sample::value).sum();
	}

	/** Whether there is such a sample at all. */
	public boolean has(String name, String... labels) {
		return of(name, labels).findAny().isPresent();
	}

	private Stream<Sample> of(String name, String... labels) {
		return this.samples.stream().filter((sample) -> sample.name().equals(name)).filter((sample) -> {
			for (int label = 0; label < labels.length; label += 2) {
				if (!labels[label + 1].equals(sample.labels().get(labels[label]))) {
					return false;
				}
			}
			return true;
		});
	}

}
