package dev.onboard.task.access;

import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/** Tells of a route who may, by the same rules that let requests in. */
@Component
public class LeastRoles {

	private final ObjectProvider<WebInvocationPrivilegeEvaluator> rules;

	LeastRoles(ObjectProvider<WebInvocationPrivilegeEvaluator> rules) {
		this.rules = rules;
	}

	/**
	 * The least role that may; empty for none.
	 * @param path may be a pattern, such as {@code /users/{id}}
	 */
	public Optional<TokenRole> of(String method, String path) {
		return Stream.of(TokenRole.values())
			.filter((role) -> this.rules.getObject()
				.isAllowed("", path, method, new PreAuthenticatedAuthenticationToken(role, "", role.authorities())))
			.findFirst();
	}

}
