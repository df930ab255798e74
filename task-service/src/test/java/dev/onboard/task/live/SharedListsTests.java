package dev.onboard.task.live;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.onboard.events.PeopleChanged;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class SharedListsTests {

	private final OpenPages pages = new OpenPages(new LiveSettings(1, Duration.ofMinutes(1)));

	private long now;

	private final SharedLists lists = new SharedLists(this.pages, () -> this.now);

	private final AtomicInteger made = new AtomicInteger();

	private final FilterChain list = (request, response) -> {
		HttpServletResponse answer = (HttpServletResponse) response;
		answer.setContentType("text/html;charset=UTF-8");
		answer.getWriter().write("список " + this.made.incrementAndGet());
	};

	@AfterEach
	void close() {
		this.pages.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));
	}

	@Test
	void makesAListOnceUntilPagesAreToldOfAChange() throws Exception {
		MockHttpServletResponse first = ask("");
		assertThat(ask("").getContentAsString()).isEqualTo(first.getContentAsString()).isEqualTo("список 1");
		assertThat(ask("").getContentType()).isEqualTo("text/html;charset=UTF-8");
		long told = this.pages.told();
		this.pages.changed(PeopleChanged.ANYBODY);
		Awaitility.await().until(() -> this.pages.told() > told);
		assertThat(ask("").getContentAsString()).isEqualTo("список 2");
	}

	@Test
	void makesOneAnewAfterHalfASecond() throws Exception {
		ask("");
		this.now += Duration.ofMillis(500).toNanos();
		assertThat(ask("").getContentAsString()).isEqualTo("список 1");
		this.now++;
		assertThat(ask("").getContentAsString()).isEqualTo("список 2");
	}

	@Test
	void tellsQueriesAndRolesApart() throws Exception {
		ask("");
		assertThat(ask("state=READY").getContentAsString()).isEqualTo("список 2");
		MockHttpServletRequest operators = request("");
		operators.addUserRole("OPERATOR");
		assertThat(answer(operators, this.list).getContentAsString()).isEqualTo("список 3");
	}

	@Test
	void makesAPageThatIsLoadedAnew() throws Exception {
		ask("");
		MockHttpServletRequest loaded = request("");
		loaded.removeHeader("HX-Request");
		assertThat(answer(loaded, this.list).getContentAsString()).isEqualTo("список 2");
	}

	@Test
	void sharesNoFailure() throws Exception {
		FilterChain failing = (request, response) -> ((HttpServletResponse) response).setStatus(503);
		assertThat(answer(request(""), failing).getStatus()).isEqualTo(503);
		assertThat(ask("").getContentAsString()).isEqualTo("список 1");
	}

	@Test
	void waitsForOneThatIsBeingMadeButNotForLong() throws Exception {
		CountDownLatch held = new CountDownLatch(1);
		CountDownLatch begun = new CountDownLatch(1);
		CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> {
			try {
				answer(request(""), (request, response) -> {
					begun.countDown();
					await(held);
				});
			}
			catch (ServletException | IOException ex) {
				throw new IllegalStateException(ex);
			}
		});
		await(begun);
		assertThat(ask("").getContentAsString()).isEqualTo("список 1");
		held.countDown();
		slow.get(10, TimeUnit.SECONDS);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private MockHttpServletResponse ask(String query) throws ServletException, IOException {
		return answer(request(query), this.list);
	}

	private MockHttpServletResponse answer(MockHttpServletRequest request, FilterChain chain)
			throws ServletException, IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.lists.doFilter(request, response, chain);
		return response;
	}

	private static MockHttpServletRequest request(String query) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/console/people");
		request.setServletPath("/console/people");
		request.setQueryString(query);
		request.addHeader("HX-Request", "true");
		return request;
	}

}
