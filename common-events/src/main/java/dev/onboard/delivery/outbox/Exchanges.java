package dev.onboard.delivery.outbox;

/** The exchanges of {@code rabbitmq/definitions.json} that services publish to. */
final class Exchanges {

	/** Topic; the routing key is the event's type. */
	static final String EVENTS = "onboarding";

	/** Direct, keyed by queue name: back to the queue that failed, and to no other. */
	static final String RETRY = "onboarding.retry";

	/** Fanout, into {@code task.parked}. */
	static final String DEAD = "onboarding.dead";

	private Exchanges() {
	}

}
