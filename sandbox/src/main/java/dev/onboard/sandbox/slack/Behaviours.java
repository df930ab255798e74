package dev.onboard.sandbox.slack;

import java.util.concurrent.CompletableFuture;

/**
 * The behaviour that applies now. Safe for use by many threads: a behaviour for three
 * posts meets exactly three.
 */
final class Behaviours {

	private Behaviour current = Behaviour.NORMAL;

	private CompletableFuture<Void> change = new CompletableFuture<>();

	/**
	 * The behaviour for one post.
	 */
	synchronized Behaviour next() {
		Behaviour now = this.current;
		this.current = now.afterOnePost();
		return now;
	}

	synchronized Behaviour current() {
		return this.current;
	}

	/**
	 * Completes when somebody sets the behaviour, not when it has served its times.
	 */
	synchronized CompletableFuture<Void> change() {
		return this.change.copy();
	}

	void set(Behaviour behaviour) {
		CompletableFuture<Void> awaited;
		synchronized (this) {
			this.current = behaviour;
			awaited = this.change;
			this.change = new CompletableFuture<>();
		}
		awaited.complete(null);
	}

}
