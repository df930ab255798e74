package dev.onboard.task.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers all open lists of people with the same bytes: they are told at the same moment,
 * and each asks for what the others ask for. An answer serves until pages are told again,
 * and for half a second at most. A list that is loaded, not asked for again, is always
 * made anew. Thread-safe.
 */
@Component
class SharedLists extends OncePerRequestFilter {

	private static final Duration LONGEST = Duration.ofMillis(500);

	/** Whoever has waited so long for another one's answer makes one. */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final OpenPages pages;

	private final LongSupplier nanoTime;

	private volatile Moment moment = new Moment(-1, 0, Map.of());

	@Autowired
	SharedLists(OpenPages pages) {
		this(pages, System::nanoTime);
	}

	SharedLists(OpenPages pages, LongSupplier nanoTime) {
		this.pages = pages;
		this.nanoTime = nanoTime;
	}

	/** What a list looks like, as long as nobody is told anything new. */
	private record Moment(long told, long began, Map<String, CompletableFuture<Optional<Answer>>> answers) {
	}

	/** Never compared. */
	@SuppressWarnings("ArrayRecordComponent")
	private record Answer(@Nullable String contentType, byte[] body) {

		private void write(HttpServletResponse response) throws IOException {
			response.setContentType(this.contentType);
			response.setContentLength(this.body.length);
			response.getOutputStream().write(this.body);
		}

	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.GET.matches(request.getMethod()) || !request.getServletPath().equals("/console/people")
				|| request.getHeader("HX-Request") == null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		CompletableFuture<Optional<Answer>> own = new CompletableFuture<>();
		CompletableFuture<Optional<Answer>> first = moment().answers().putIfAbsent(key(request), own);
		Optional<Answer> shared = (first != null) ? await(first) : Optional.empty();
		if (shared.isPresent()) {
			shared.get().write(response);
			return;
		}
		ContentCachingResponseWrapper made = new ContentCachingResponseWrapper(response);
		try {
			chain.doFilter(request, made);
			if (made.getStatus() == HttpStatus.OK.value()) {
				own.complete(Optional.of(new Answer(made.getContentType(), made.getContentAsByteArray())));
			}
		}
		finally {
			own.complete(Optional.empty());
		}
		made.copyBodyToResponse();
	}

	/** Two may begin one at once; each is right. */
	private Moment moment() {
		long told = this.pages.told();
		long now = this.nanoTime.getAsLong();
		Moment known = this.moment;
		if (known.told() != told || now - known.began() > LONGEST.toNanos()) {
			known = new Moment(told, now, new ConcurrentHashMap<>());
			this.moment = known;
		}
		return known;
	}

	/** All that an answer depends on. */
	private static String key(HttpServletRequest request) {
		return request.isUserInRole("OPERATOR") + " " + request.isUserInRole("ADMIN") + " " + request.getRequestURL()
				+ "?" + request.getQueryString();
	}

	/** Empty if there was none in time. */
	private static Optional<Answer> await(CompletableFuture<Optional<Answer>> first) {
		return first.copy().completeOnTimeout(Optional.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
	}

}
