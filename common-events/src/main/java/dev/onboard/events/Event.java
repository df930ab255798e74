package dev.onboard.events;

/**
 * Something said about one person. {@link #type()} is the AMQP message type and the
 * routing key.
 */
public sealed interface Event permits UserCreate, StepRetry, StepReport {

	String type();

	Person person();

	Attempt attempt();

}
