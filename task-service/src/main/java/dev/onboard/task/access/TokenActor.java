package dev.onboard.task.access;

import java.util.function.BooleanSupplier;

import dev.onboard.task.actor.Actor;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Whoever sent the request of this thread, or for whom it works, by the name of their
 * token.
 */
@Component
class TokenActor implements Actor {

	private final ThreadLocal<@Nullable String> former = new ThreadLocal<>();

	private final KnownTokens tokens;

	TokenActor(KnownTokens tokens) {
		this.tokens = tokens;
	}

	@Override
	public void actFor(@Nullable String name, Runnable work) {
		this.former.set(name);
		try {
			work.run();
		}
		finally {
			this.former.remove();
		}
	}

	@Override
	public @Nullable String name() {
		KnownToken token = token();
		return (token != null) ? token.name() : this.former.get();
	}

	@Override
	public BooleanSupplier shutOut() {
		KnownToken token = token();
		return () -> token != null && this.tokens.isGone(token.id());
	}

	private static @Nullable KnownToken token() {
		Authentication who = SecurityContextHolder.getContext().getAuthentication();
		return (who != null && who.getPrincipal() instanceof KnownToken token) ? token : null;
	}

}
