package dev.onboard.mail.activation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * The page that a link opens. The secret in the path is the only credential: there are no
 * cookies, so nobody can make a browser post in somebody's name who does not have the
 * link. Looking changes nothing, for mail scanners open links, too. Every link that does
 * not work gets the same answer, whyever.
 */
@Controller
@RequestMapping("/activate")
class ActivationPage {

	private static final Logger log = LoggerFactory.getLogger(ActivationPage.class);

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private static final String SOON = "30";

	private final ChoosingPassword choosing;

	private final PasswordRules rules;

	private final Pages pages;

	private final Texts texts;

	ActivationPage(ChoosingPassword choosing, PasswordRules rules, Pages pages, Texts texts) {
		this.choosing = choosing;
		this.rules = rules;
		this.pages = pages;
		this.texts = texts;
	}

	@GetMapping("/{secret}")
	ResponseEntity<String> show(@PathVariable String secret, HttpServletRequest request) {
		Optional<Link> link = this.choosing.look(LinkSecrets.hash(secret));
		if (link.isEmpty()) {
			return noLink(request);
		}
		String language = language(link.get(), request);
		return this.choosing.address(link.get())
			.map((address) -> page(HttpStatus.OK, this.pages.form(language, address)))
			.orElseGet(() -> tooEarly(language));
	}

	@PostMapping("/{secret}")
	ResponseEntity<String> choose(@PathVariable String secret, @RequestParam(defaultValue = "") String password,
			@RequestParam(defaultValue = "") String again, HttpServletRequest request) {
		String hash = LinkSecrets.hash(secret);
		Optional<Link> link = this.choosing.look(hash);
		if (link.isEmpty()) {
			return noLink(request);
		}
		String language = language(link.get(), request);
		String address = this.choosing.address(link.get()).orElse("");
		Mistakes mistakes = Mistakes.in(password, again, this.rules, link.get());
		if (mistakes.any()) {
			return page(HttpStatus.UNPROCESSABLE_CONTENT, this.pages.form(language, address, mistakes, ""));
		}
		return switch (this.choosing.choose(hash, PasswordRules.normal(password))) {
			case SET -> page(HttpStatus.OK, this.pages.done(language, address));
			case VOID -> noLink(request);
			case TOO_EARLY -> tooEarly(language);
			case IN_USE -> page(HttpStatus.CONFLICT, this.pages.form(language, address, Mistakes.NONE, "inUse"));
			case NOT_SET ->
				page(HttpStatus.SERVICE_UNAVAILABLE, this.pages.form(language, address, Mistakes.NONE, "notSet"));
		};
	}

	@RequestMapping("/**")
	ResponseEntity<String> otherwise(HttpServletRequest request) {
		if (request.getMethod().matches("GET|HEAD|POST")) {
			// It takes as long as with a link that was one.
			this.choosing.look(LinkSecrets.hash(request.getRequestURI()));
			return noLink(request);
		}
		return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
			.header(HttpHeaders.ALLOW, "GET, HEAD, POST")
			.contentType(HTML)
			.body(this.pages.note(language(request), "method"));
	}

	/** A form that is too large, or none; the same for every link. */
	@ExceptionHandler
	ResponseEntity<String> unreadable(InvalidParameterException failure, HttpServletRequest request) {
		return page(HttpStatus.BAD_REQUEST, this.pages.note(language(request), "method"));
	}

	/** The failure's own words are not logged: nobody knows what is in them. */
	@ExceptionHandler
	@Nullable ResponseEntity<String> failed(Exception failure, HttpServletRequest request) {
		if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
			return null;
		}
		StackTraceElement[] places = failure.getStackTrace();
		log.error("The page failed with {} at {}", failure.getClass().getName(), (places.length > 0) ? places[0] : "?");
		return later(this.pages.note(language(request), "error"));
	}

	private ResponseEntity<String> noLink(HttpServletRequest request) {
		return page(HttpStatus.NOT_FOUND, this.pages.note(language(request), "void"));
	}

	private ResponseEntity<String> tooEarly(String language) {
		return later(this.pages.note(language, "early"));
	}

	private static ResponseEntity<String> later(String html) {
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, SOON)
			.contentType(HTML)
			.body(html);
	}

	private static ResponseEntity<String> page(HttpStatus status, String html) {
		return ResponseEntity.status(status).contentType(HTML).body(html);
	}

	private String language(Link link, HttpServletRequest request) {
		return this.texts.language(link.person().language(), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
	}

	private String language(HttpServletRequest request) {
		return this.texts.language(null, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
	}

}
