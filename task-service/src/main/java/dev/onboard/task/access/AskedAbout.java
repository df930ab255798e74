package dev.onboard.task.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.springframework.security.web.access.AuthorizationManagerWebInvocationPrivilegeEvaluator.HttpServletRequestTransformer;
import org.springframework.security.web.access.PathPatternRequestTransformer;
import org.springframework.stereotype.Component;

/** A request that nobody sent, which the rules are only asked about. */
@Component
class AskedAbout implements HttpServletRequestTransformer {

	private final PathPatternRequestTransformer paths = new PathPatternRequestTransformer();

	@Override
	public HttpServletRequest transform(HttpServletRequest request) {
		return this.paths.transform(new HttpServletRequestWrapper(request) {

			@Override
			public DispatcherType getDispatcherType() {
				// It would have come from outside.
				return DispatcherType.REQUEST;
			}

		});
	}

}
