package dev.onboard.task.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever asks for a change gets an answer within two seconds, if only that it is to be
 * asked for again, unless they upload a file: what a request still has of them is the
 * longest that {@link PromptStatements its transaction} waits for the database, which may
 * be there and say nothing. Others wait longer.
 */
@Component
@Order(PromptAnswers.BEFORE_ANYBODY_IS_ASKED_WHO_THEY_ARE)
class PromptAnswers extends OncePerRequestFilter {

	/** That asks the database, too; the time of a request begins before. */
	static final int BEFORE_ANYBODY_IS_ASKED_WHO_THEY_ARE = SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10;

	/** The rest is for all that is not the database, such as to say that it fails. */
	private static final Duration LONGEST = Duration.ofSeconds(1);

	/** Zero would be without limit. */
	private static final Duration LEAST = Duration.ofMillis(50);

	private static final ThreadLocal<@Nullable Long> START = new ThreadLocal<>();

	/** A file takes as long as it takes. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return "POST".equals(request.getMethod()) && request.getRequestURI().endsWith("/imports");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		START.set(System.nanoTime());
		try {
			chain.doFilter(request, response);
		}
		finally {
			START.remove();
		}
	}

	/** What a request in this thread still has of them; empty for as long as it takes. */
	static Optional<Duration> left() {
		Long start = START.get();
		if (start == null) {
			return Optional.empty();
		}
		Duration left = LONGEST.minusNanos(System.nanoTime() - start);
		return Optional.of((left.compareTo(LEAST) > 0) ? left : LEAST);
	}

}
