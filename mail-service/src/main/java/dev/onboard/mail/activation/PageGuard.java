package dev.onboard.mail.activation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Stands before the page: what browsers may do with it, and how often one visitor may ask
 * for it.
 */
@Component
class PageGuard implements HandlerInterceptor, WebMvcConfigurer {

	private final Visitors visitors;

	private final Pages pages;

	private final Texts texts;

	private final Map<String, String> headers = new LinkedHashMap<>();

	PageGuard(Visitors visitors, Pages pages, Texts texts) {
		this.visitors = visitors;
		this.pages = pages;
		this.texts = texts;
		this.headers.put("Content-Security-Policy", "default-src 'none'; style-src 'sha256-" + sha256(pages.style())
				+ "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
		this.headers.put("Cross-Origin-Opener-Policy", "same-origin");
		this.headers.put("Referrer-Policy", "no-referrer");
		this.headers.put("X-Content-Type-Options", "nosniff");
		this.headers.put("X-Frame-Options", "DENY");
		this.headers.put("X-Robots-Tag", "noindex, nofollow");
		this.headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns("/activate/**");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		this.headers.forEach(response::setHeader);
		boolean posts = !HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod());
		Optional<Duration> wait = this.visitors.admit(request.getRemoteAddr(), posts);
		if (wait.isEmpty()) {
			return true;
		}
		response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
		response.setContentType(MediaType.TEXT_HTML_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		String language = this.texts.language(null, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
		response.getOutputStream().write(this.pages.note(language, "busy").getBytes(StandardCharsets.UTF_8));
		return false;
	}

	private static String sha256(String style) {
		return Base64.getEncoder().encodeToString(DigestUtils.sha256(style));
	}

}
