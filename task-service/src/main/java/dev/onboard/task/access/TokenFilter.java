package dev.onboard.task.access;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says who a request comes from: the token in its {@code Authorization}, or else the one
 * that its cookie was signed in with. Whoever that leaves unknown goes on as nobody, for
 * a health check needs no token.
 */
final class TokenFilter extends OncePerRequestFilter {

	/** Why nobody could tell whose token came: an exception. */
	static final String FAILURE = TokenFilter.class.getName() + ".failure";

	/** Why the token that came is none, in words, for whoever refuses the request. */
	static final String REFUSAL = TokenFilter.class.getName() + ".refusal";

	private static final String BEARER = "Bearer ";

	private final KnownTokens tokens;

	private final Sessions sessions;

	TokenFilter(KnownTokens tokens, Sessions sessions) {
		this.tokens = tokens;
		this.sessions = sessions;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			token(request, response).ifPresent(TokenFilter::enter);
		}
		catch (DataAccessException | TransactionException ex) {
			request.setAttribute(FAILURE, ex);
		}
		chain.doFilter(request, response);
	}

	private Optional<KnownToken> token(HttpServletRequest request, HttpServletResponse response) {
		@Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null) {
			Optional<KnownToken> token = this.sessions.of(request).flatMap(this.tokens::byId);
			if (token.isPresent() && isAtWork(request)) {
				this.sessions.renewed(request)
					.ifPresent((session) -> response.addHeader(HttpHeaders.SET_COOKIE, session.toString()));
			}
			return token;
		}
		if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
			request.setAttribute(REFUSAL, "The header Authorization must be Bearer, a space and a token.");
			return Optional.empty();
		}
		Optional<KnownToken> token = this.tokens.bySecret(header.substring(BEARER.length()).strip());
		if (token.isEmpty()) {
			request.setAttribute(REFUSAL, "This token is unknown, or it was revoked.");
		}
		return token;
	}

	/**
	 * Whether somebody opens a page or sends a form; an open page asks by itself, too.
	 */
	private static boolean isAtWork(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/console/") && request.getHeader("HX-Request") == null;
	}

	/** Whether the request of this thread came with a valid token. */
	static boolean isSomebody() {
		Authentication who = SecurityContextHolder.getContext().getAuthentication();
		return who != null && who.getPrincipal() instanceof KnownToken;
	}

	private static void enter(KnownToken token) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new PreAuthenticatedAuthenticationToken(token, "", token.role().authorities()));
		SecurityContextHolder.setContext(context);
	}

}
