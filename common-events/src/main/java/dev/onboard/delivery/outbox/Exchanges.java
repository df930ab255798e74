package dev.onboard.delivery.outbox;

/** The exchanges of {@code rabbitmq/definitions.json} that services publish to. */
public final class Exchanges {

	/** Topic; the routing key is the event's type. */
	public static final String EVENTS = "onboarding";

	/**
	 * Topic, but the routing key is the name of a queue: back to the one that failed, and
	 * to no other. Mail- and web-service may name their own queues only.
	 */
	static final String REQUEUE = "onboarding.requeue";

	/** Fanout, into {@code task.parked}. */
	static final String DEAD = "onboarding.dead";

	private Exchanges() {
	}

}
