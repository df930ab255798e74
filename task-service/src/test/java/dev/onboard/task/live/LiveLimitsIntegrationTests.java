package dev.onboard.task.live;

import java.time.Duration;
import java.util.UUID;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
@TestPropertySource(properties = { "onboard.live.connections=2", "onboard.live.lifetime=20s" })
class LiveLimitsIntegrationTests {

	private final Api api;

	private final int port;

	LiveLimitsIntegrationTests(@Autowired Api api, @LocalServerPort int port) {
		this.api = api;
		this.port = port;
	}

	@Test
	void refusesOnePageTooManyAndLetsTheNextInWhenOneIsGone() throws Exception {
		try (LivePage first = new LivePage(this.port, ""); LivePage second = new LivePage(this.port, "")) {
			first.await(1);
			second.await(1);
			Answer refused = this.api.get("/live");
			assertThat(refused.problem(503).get("detail").stringValue()).contains("Too many pages are open");
			assertThat(refused.header("retry-after")).isEqualTo("30");
			second.close();
			Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> {
				UUID id = this.api.accepted(Somebody.fresh()).id();
				return id != null && this.api.scrape().sum("onboard_live_pages") == 1;
			});
			try (LivePage third = new LivePage(this.port, "")) {
				third.await(1);
			}
			first.awaitEnd();
		}
		Awaitility.await().atMost(Duration.ofSeconds(45)).until(() -> this.api.scrape().sum("onboard_live_pages") == 0);
	}

}
