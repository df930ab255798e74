package dev.onboard.faults.link;

/**
 * A {@link Link} to a broker, which reads what is said in AMQP and knows the moments
 * between what is done and what is known.
 */
public final class BrokerLink implements AutoCloseable {

	private final BrokerTraffic traffic = new BrokerTraffic();

	private final Link link;

	private BrokerLink(int broker) {
		this.link = Link.to(broker, this.traffic);
	}

	/**
	 * Of one message that is meant to outlive the broker, in the order in which a service
	 * lives through them.
	 */
	public enum Moment {

		/**
		 * The broker's confirm, not passed on yet: published, and the service does not
		 * know.
		 */
		BEFORE_CONFIRM,
		/** The confirm has been heard, and nothing has come after it. */
		AFTER_CONFIRM,
		/**
		 * The service's acknowledgement, not forwarded yet: after the ledger's commit. It
		 * is never forwarded if the action ends the service or the connection.
		 */
		BEFORE_ACK

	}

	/** To that port of 127.0.0.1, well from the start. */
	public static BrokerLink to(int broker) {
		return new BrokerLink(broker);
	}

	/** Once; whatever comes after on that connection and in that direction waits. */
	public void onNext(Moment moment, Runnable action) {
		this.traffic.onNext(moment, action);
	}

	public int port() {
		return this.link.port();
	}

	/** As {@link Link#connections}. */
	public int connections() {
		return this.link.connections();
	}

	/** The same, for whoever does not care what is said. */
	public Link link() {
		return this.link;
	}

	/** As {@link Link#well}. */
	public void well() {
		this.link.well();
	}

	/** As {@link Link#refuse}. */
	public void refuse() {
		this.link.refuse();
	}

	/** As {@link Link#silence}. */
	public void silence() {
		this.link.silence();
	}

	/** As {@link Link#reset}. */
	public void reset() {
		this.link.reset();
	}

	@Override
	public void close() {
		this.link.close();
	}

}
