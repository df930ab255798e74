package dev.onboard.task.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.management.OperatingSystemMXBean;
import dev.onboard.events.Attempt;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.Api;
import dev.onboard.task.FollowingSteps;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What 200 open pages cost during 1,000 events in half a minute: 100 lists and 100
 * persons' pages, each asked for again whenever it is told. Counted is the CPU time of
 * this process but for the pages' own threads, and how much of it went into compiling,
 * which ends once the service has run for a while; without pages it says what the events
 * cost. No test, so it runs only when it is named: {@code ./onboard test -pl task-service
 * -am -Dtest=LiveMeasurements -Dsurefire.failIfNoSpecifiedTests=false}. The figures are
 * in the test's output.
 */
@TaskServiceTest
class LiveMeasurements {

	private static final int PAGES = 200;

	private static final int EVENTS = 1000;

	private static final int ROUNDS_TO_WARM_UP = 3;

	private static final Duration BETWEEN_EVENTS = Duration.ofMillis(30);

	private final Api api;

	private final FollowingSteps following;

	private final int port;

	private final List<UUID> people = new ArrayList<>();

	private final List<NewPerson> known = new ArrayList<>();

	private final AtomicInteger attempts = new AtomicInteger();

	LiveMeasurements(@Autowired Api api, @Autowired FollowingSteps following, @LocalServerPort int port) {
		this.api = api;
		this.following = following;
		this.port = port;
	}

	@Test
	void measure() throws Exception {
		round("events alone, at first", 0);
		for (int round = 0; round < ROUNDS_TO_WARM_UP; round++) {
			round("with pages, at first", PAGES);
		}
		round("events alone", 0);
		round("with pages", PAGES);
	}

	private void round(String name, int pages) throws Exception {
		this.known.clear();
		this.people.clear();
		for (int number = 0; number < PAGES / 2; number++) {
			NewPerson person = Somebody.fresh();
			this.known.add(person);
			this.people.add(this.api.accepted(person).id());
		}
		AtomicInteger refreshed = new AtomicInteger();
		AtomicLong ofPages = new AtomicLong();
		ExecutorService browsers = Executors.newCachedThreadPool();
		List<Socket> open = new ArrayList<>();
		for (int number = 0; number < pages; number++) {
			UUID person = this.people.get(number / 2);
			boolean list = number % 2 == 0;
			Socket live = ask(new Socket("localhost", this.port), list ? "/live" : "/live?person=" + person);
			open.add(live);
			String path = list ? "/console/people" : "/console/people/" + person;
			browsers.execute(() -> look(live, path, refreshed, ofPages));
			Thread.sleep(10);
		}
		Awaitility.await("each page is loaded").atMost(Duration.ofMinutes(1)).until(() -> refreshed.get() >= pages);
		int before = refreshed.get();
		long cpu = cpu() - ofPages.get();
		long compiled = compiled();
		Instant start = Instant.now();
		for (int event = 0; event < EVENTS; event++) {
			int person = event % this.people.size();
			this.following.follow(new StepReport(TargetSystem.MAIL, StepResult.RETRYING,
					Somebody.known(this.people.get(person), this.known.get(person)),
					new Attempt(1, this.attempts.incrementAndGet()), "the mail server answered 451", Instant.now(),
					Instant.now().plusSeconds(30), List.of()));
			Thread.sleep(Math.max(0,
					Duration.between(Instant.now(), start.plus(BETWEEN_EVENTS.multipliedBy(event + 1))).toMillis()));
		}
		Thread.sleep(1000);
		double seconds = (cpu() - ofPages.get() - cpu) / 1e9;
		System.out.printf("%s: %d pages, %d events in %d s, %d refreshes, %.1f CPU-seconds, %.1f of them compiling%n",
				name, pages, EVENTS, Duration.between(start, Instant.now()).toSeconds(), refreshed.get() - before,
				seconds, (compiled() - compiled) / 1e3);
		for (Socket socket : open) {
			socket.close();
		}
		browsers.shutdown();
		assertThat(browsers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
	}

	private static long cpu() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	/** In milliseconds. */
	private static long compiled() {
		return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
	}

	private void look(Socket live, String path, AtomicInteger refreshed, AtomicLong cpu) {
		byte[] buffer = new byte[100_000];
		long counted = 0;
		try (Socket page = new Socket("localhost", this.port)) {
			for (int read = live.getInputStream().read(buffer); read >= 0; read = live.getInputStream().read(buffer)) {
				if (text(buffer, read).contains("event: changed")) {
					ask(page, path);
					StringBuilder answer = new StringBuilder();
					while (!isWhole(answer)) {
						answer.append(text(buffer, page.getInputStream().read(buffer)));
					}
					assertThat(answer.substring(0, 12)).isEqualTo("HTTP/1.1 200");
					refreshed.incrementAndGet();
				}
				long now = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
				cpu.addAndGet(now - counted);
				counted = now;
			}
		}
		catch (IOException ex) {
			if (!live.isClosed()) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/** By its length, where it says that; else by its last chunk. */
	private static boolean isWhole(StringBuilder answer) {
		int body = answer.indexOf("\r\n\r\n") + 4;
		if (answer.length() > 5 && answer.substring(answer.length() - 5).equals("0\r\n\r\n")) {
			return true;
		}
		int length = answer.indexOf("Content-Length: ");
		return body > 3 && length >= 0 && length < body && answer.length() - body >= Integer
			.parseInt(answer.substring(length + "Content-Length: ".length(), answer.indexOf("\r\n", length)));
	}

	private static Socket ask(Socket connection, String path) throws IOException {
		connection.getOutputStream()
			.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nHX-Request: true\r\nAuthorization: Bearer "
					+ Api.ADMIN_TOKEN + "\r\n\r\n")
				.getBytes(StandardCharsets.UTF_8));
		return connection;
	}

	/** One character a byte. */
	private static String text(byte[] buffer, int length) {
		assertThat(length).as("bytes of an answer").isPositive();
		return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
	}

}
