package dev.onboard.events;

/**
 * Said aside: a question, its answer, or a hint. Nobody needs it a little later, so it is
 * not durable, and no step depends on it. {@link #type()} is the AMQP message type.
 */
public sealed interface Aside permits AddressQuestion, AddressReply, PeopleChanged {

	String type();

}
