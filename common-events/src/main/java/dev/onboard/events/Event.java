package dev.onboard.events;

/** Something said. {@link #type()} is the AMQP message type and the routing key. */
public sealed interface Event permits PersonEvent, TargetEvent, UserErase {

	String type();

}
