package dev.onboard.task.access;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * The token that a page has put into its form. To find it all of the form is read, a file
 * too; so nothing is read of a file that comes from nobody. A form of another page has
 * none: cookies are shared by all ports of a host and may be set by its neighbours, so
 * that a page there could know a token, but a browser says by itself where a form is from
 * (W3C, Fetch Metadata Request Headers).
 */
final class FormTokens implements CsrfTokenRequestHandler {

	/** Why the form could not be read: an exception. */
	static final String FAILURE = FormTokens.class.getName() + ".failure";

	private final CsrfTokenRequestHandler pages = new XorCsrfTokenRequestAttributeHandler();

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
		this.pages.handle(request, response, token);
	}

	@Override
	public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
		if (isOfAnotherPage(request) || (isFile(request) && !TokenFilter.isSomebody())) {
			return null;
		}
		try {
			return this.pages.resolveCsrfTokenValue(request, token);
		}
		catch (InvalidParameterException ex) {
			request.setAttribute(FAILURE, (ex.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value())
					? new MaxUploadSizeExceededException(-1, ex) : ex);
			return null;
		}
	}

	/** Old browsers, and all where there is no TLS on the way, do not say it. */
	private static boolean isOfAnotherPage(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		return site != null && !site.equals("same-origin") && !site.equals("none");
	}

	private static boolean isFile(HttpServletRequest request) {
		return StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/");
	}

}
