package dev.onboard.task.access;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is said to whoever may not: a browser without a session is sent to the sign-in,
 * all others are told what to do, on a page or as a problem, as every error is told.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	/** Whose forms lead back to their page when they are asked for as one. */
	private static final String PAGES = "/console/";

	private final HandlerExceptionResolver problems;

	private final HandlerMapping handlers;

	private final ViewResolver views;

	Refusals(HandlerExceptionResolver problems, HandlerMapping handlers, ViewResolver views) {
		this.problems = problems;
		this.handlers = handlers;
		this.views = views;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		if (request.getAttribute(TokenFilter.FAILURE) instanceof RuntimeException unknown) {
			refuse(request, response, unknown);
			return;
		}
		if (isOfAPage(request)) {
			response.setStatus(HttpStatus.SEE_OTHER.value());
			response.setHeader(HttpHeaders.LOCATION,
					signIn(wanted(request)) + (HttpMethod.GET.matches(request.getMethod()) ? "" : "&lost"));
			return;
		}
		if (request.getHeader("HX-Request") != null) {
			// A part of a page that was asked for by a script: the whole page goes there.
			response.setHeader("HX-Redirect", signIn(SignInPage.ours(pathOfPage(request))));
		}
		String reason = Objects.toString(request.getAttribute(TokenFilter.REFUSAL),
				"Nobody may do this without a token.");
		refuse(request, response, new InsufficientAuthenticationException(reason
				+ " Send Authorization: Bearer with one that is valid. ./onboard token show tells the administrator's; administrators make others with POST /tokens."));
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure) {
		if (request.getAttribute(FormTokens.FAILURE) instanceof RuntimeException unreadable) {
			refuse(request, response, unreadable);
			return;
		}
		refuse(request, response, new AccessDeniedException((failure instanceof CsrfException)
				? "This form was open for too long, or it is not one of ours. Load its page again and send it from there."
				: notEnough()));
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response, RuntimeException refusal) {
		Object handler = isOfAPage(request) ? handler(request) : null;
		ModelAndView page = this.problems.resolveException(request, response, handler, refusal);
		if (page == null) {
			throw refusal;
		}
		if (!page.isEmpty()) {
			show(page, request, response);
		}
	}

	private void show(ModelAndView page, HttpServletRequest request, HttpServletResponse response) {
		try {
			View view = this.views.resolveViewName(Objects.requireNonNull(page.getViewName()), Locale.ENGLISH);
			response.setStatus(Objects.requireNonNull(page.getStatus()).value());
			Objects.requireNonNull(view).render(page.getModel(), request, response);
		}
		catch (Exception ex) {
			throw new IllegalStateException("the page of an error cannot be shown", ex);
		}
	}

	/**
	 * Who would have answered, for errors of pages are pages; null where nobody would.
	 */
	private @Nullable Object handler(HttpServletRequest request) {
		ServletRequestPathUtils.parseAndCache(request);
		try {
			HandlerExecutionChain chain = this.handlers.getHandler(request);
			return (chain != null) ? chain.getHandler() : null;
		}
		catch (Exception ex) {
			// It would have been refused anyway.
			return null;
		}
	}

	private static String notEnough() {
		Authentication who = SecurityContextHolder.getContext().getAuthentication();
		if (who != null && who.getPrincipal() instanceof KnownToken token) {
			return "The token \"" + token.name() + "\" is a " + token.role().wireName()
					+ "'s, and this needs more. Administrators make other ones with POST /tokens.";
		}
		return "This needs a token.";
	}

	private static boolean isOfAPage(HttpServletRequest request) {
		@Nullable String accepted = request.getHeader(HttpHeaders.ACCEPT);
		return (HttpMethod.GET.matches(request.getMethod()) || request.getRequestURI().startsWith(PAGES))
				&& accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)
				&& request.getHeader(HttpHeaders.AUTHORIZATION) == null;
	}

	private static String wanted(HttpServletRequest request) {
		return path(request.getRequestURI(), request.getQueryString());
	}

	/** Of the page that the script is on; null where that cannot be told. */
	private static @Nullable String pathOfPage(HttpServletRequest request) {
		@Nullable String page = request.getHeader("HX-Current-URL");
		try {
			URI url = URI.create((page != null) ? page : "");
			return path(url.getRawPath(), url.getRawQuery());
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static String path(@Nullable String path, @Nullable String query) {
		return path + ((query != null) ? "?" + query : "");
	}

	private static String signIn(String wanted) {
		return UriComponentsBuilder.fromPath(SignInPage.PATH)
			.queryParam("next", "{next}")
			.encode()
			.buildAndExpand(wanted)
			.toUriString();
	}

}
