package dev.onboard.task.access;

import java.net.URI;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody signs in to the console with a token, and out of it. */
@Controller
class SignInPage {

	static final String PATH = "/sign-in";

	private static final Logger log = LoggerFactory.getLogger(SignInPage.class);

	/** Two slashes in front would be another host; a % is never alone. */
	private static final String PATH_HERE = "/(?!/)([\\w/.,:~!$&'()*+=@?-]|%[0-9A-Fa-f]{2}){0,2000}+";

	private static final String VIEW = "sign-in";

	private static final String HOME = "/";

	private static final String SOON = "5";

	private final KnownTokens tokens;

	private final Sessions sessions;

	SignInPage(KnownTokens tokens, Sessions sessions) {
		this.tokens = tokens;
		this.sessions = sessions;
	}

	/**
	 * @param next path that was asked for, to go on with
	 * @param lost there if it was a form that was sent, of which nothing was kept
	 */
	@GetMapping(PATH)
	String show(@RequestParam(defaultValue = HOME) String next, @RequestParam(required = false) @Nullable String lost,
			Model model) {
		model.addAttribute("next", ours(next));
		model.addAttribute("lost", lost != null);
		return VIEW;
	}

	@PostMapping(PATH)
	Object signIn(@RequestParam(defaultValue = "") String token, @RequestParam(defaultValue = HOME) String next,
			HttpServletRequest request) {
		Optional<KnownToken> known = this.tokens.bySecret(token.strip());
		if (known.isEmpty()) {
			return again(HttpStatus.UNPROCESSABLE_CONTENT, next,
					"This token is unknown, or it was revoked. Check that you have pasted all of it.");
		}
		log.info("Signed in with the token {} ({})", known.get().name(), known.get().id());
		return go(ours(next), this.sessions.begin(known.get().id(), request.isSecure()));
	}

	@PostMapping("/sign-out")
	ResponseEntity<Void> signOut(HttpServletRequest request) {
		return go(PATH, this.sessions.end(request.isSecure()));
	}

	@ExceptionHandler({ DataAccessException.class, TransactionException.class })
	ModelAndView databaseAway(RuntimeException failure, HttpServletRequest request, HttpServletResponse response) {
		log.warn("Nobody can sign in, for our database fails: {}", failure.getMessage());
		response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
		return again(HttpStatus.SERVICE_UNAVAILABLE, request.getParameter("next"),
				"The database does not answer, so nobody can sign in now. Try again in some seconds.");
	}

	private static ModelAndView again(HttpStatus status, @Nullable String next, String error) {
		ModelAndView page = new ModelAndView(VIEW, status);
		page.addObject("next", ours(next));
		page.addObject("error", error);
		return page;
	}

	private static ResponseEntity<Void> go(String path, ResponseCookie cookie) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(path))
			.header(HttpHeaders.SET_COOKIE, cookie.toString())
			.build();
	}

	/** A path here; home for anything else, such as a link to another host. */
	static String ours(@Nullable String next) {
		return (next != null && next.matches(PATH_HERE)) ? next : HOME;
	}

}
