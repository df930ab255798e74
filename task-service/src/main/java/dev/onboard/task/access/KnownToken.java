package dev.onboard.task.access;

import java.util.UUID;

import org.springframework.security.core.AuthenticatedPrincipal;

/** A valid token: who a request comes from. */
record KnownToken(UUID id, String name, TokenRole role, String sha256) implements AuthenticatedPrincipal {

	@Override
	public String getName() {
		return this.name;
	}

}
