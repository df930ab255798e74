package dev.onboard.task.live;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class OpenPagesTests {

	/** Such as one that finds its port in use: nobody tells it to end. */
	@Test
	void keepsNoProcessAliveThatCouldNotStart() {
		OpenPages pages = new OpenPages(new LiveSettings(1, Duration.ofMinutes(1)));
		List<Thread> threads = Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("live-pages"))
			.toList();
		pages.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));
		assertThat(threads).isNotEmpty().allMatch(Thread::isDaemon);
	}

}
