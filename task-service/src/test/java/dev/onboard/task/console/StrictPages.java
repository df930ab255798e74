package dev.onboard.task.console;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets a browser refuse all that a page of ours does not need. */
@TestConfiguration
class StrictPages {

	@Bean
	Filter contentSecurityPolicy() {
		return (request, response, chain) -> {
			((HttpServletResponse) response).setHeader("Content-Security-Policy",
					"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
							+ "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
			chain.doFilter(request, response);
		};
	}

}
