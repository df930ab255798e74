package dev.onboard.sandbox.slack;

import java.util.concurrent.CompletableFuture;

/**
 * The behaviour that applies to one method now. Safe for use by many threads: a behaviour
 * for three calls meets exactly three.
 */
final class CurrentBehaviour {

	private Behaviour behaviour = Behaviour.NORMAL;

	private CompletableFuture<Void> change = new CompletableFuture<>();

	/**
	 * The behaviour for one call.
	 */
	synchronized Behaviour next() {
		Behaviour now = this.behaviour;
		this.behaviour = now.afterOneCall();
		return now;
	}

	synchronized Behaviour show() {
		return this.behaviour;
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
			this.behaviour = behaviour;
			awaited = this.change;
			this.change = new CompletableFuture<>();
		}
		awaited.complete(null);
	}

}
