package dev.onboard.task.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.onboard.task.TaskSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Who has signed in is told by a cookie: the id of their token and an end, signed with a
 * key that all replicas have. The token itself is asked for at each request, so it ends
 * its sessions when it is revoked.
 */
@Component
class Sessions {

	static final String COOKIE = "onboard-session";

	static final Duration VALID = Duration.ofHours(12);

	private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,12})\\.([A-Za-z0-9_-]{43})");

	private final byte[] key;

	private final Clock clock;

	Sessions(TaskSettings settings, Clock clock) {
		// A key of its own: what is signed here must be of no use elsewhere.
		this.key = mac(settings.activation().key().getBytes(StandardCharsets.UTF_8), "console session");
		this.clock = clock;
	}

	/**
	 * Whose token signed in; empty without a cookie, or if it has ended or is not ours.
	 */
	Optional<UUID> of(HttpServletRequest request) {
		return read(request).map(Session::token);
	}

	/**
	 * The session with a new end, once half of its time is over; empty before.
	 */
	Optional<ResponseCookie> renewed(HttpServletRequest request) {
		Instant end = this.clock.instant().plus(VALID.dividedBy(2));
		return read(request).filter((session) -> session.end().isBefore(end))
			.map((session) -> begin(session.token(), request.isSecure()));
	}

	private Optional<Session> read(HttpServletRequest request) {
		@Nullable Cookie cookie = WebUtils.getCookie(request, COOKIE);
		Matcher matcher = FORM.matcher((cookie != null) ? cookie.getValue() : "");
		if (!matcher.matches() || !Secrets.same(matcher.group(3), signature(matcher.group(1), matcher.group(2)))) {
			return Optional.empty();
		}
		Instant end = Instant.ofEpochSecond(Long.parseLong(matcher.group(2)));
		return this.clock.instant().isBefore(end) ? Optional.of(new Session(UUID.fromString(matcher.group(1)), end))
				: Optional.empty();
	}

	private record Session(UUID token, Instant end) {
	}

	ResponseCookie begin(UUID token, boolean secure) {
		String id = token.toString();
		String end = Long.toString(this.clock.instant().plus(VALID).getEpochSecond());
		return cookie(id + "." + end + "." + signature(id, end), VALID, secure);
	}

	ResponseCookie end(boolean secure) {
		return cookie("", Duration.ZERO, secure);
	}

	/**
	 * Lax and not Strict: a link to a person, in a mail for instance, opens signed in.
	 * What changes something is guarded against other sites by a token of its own.
	 */
	private static ResponseCookie cookie(String value, Duration age, boolean secure) {
		return ResponseCookie.from(COOKIE, value)
			.httpOnly(true)
			.secure(secure)
			.sameSite("Lax")
			.path("/")
			.maxAge(age)
			.build();
	}

	private String signature(String id, String end) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(this.key, id + "." + end));
	}

	private static byte[] mac(byte[] key, String text) {
		return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(text);
	}

}
