package dev.onboard.faults.world;

/** How the system is set up while a cell runs. */
public record Setting(Slack slack, Variant variant) {

	/** What is otherwise than usual. */
	public enum Variant {

		/**
		 * Nothing: a failed call is repeated after half a second, and what nobody has
		 * heard of is said again after a quarter of an hour, so that a message once lost
		 * stays lost.
		 */
		USUAL,
		/** What nobody has heard of for 20 seconds is said again. */
		WATCHDOG,
		/**
		 * The mail-service's queues have two consumers in each replica, and it repeats a
		 * failed call after five seconds.
		 */
		FEW_CONSUMERS,
		/** Mail goes to a real James, and posts to the Slack simulator of the sandbox. */
		SANDBOX

	}

	public static Setting announcingBy(Slack slack) {
		return new Setting(slack, Variant.USUAL);
	}

	/** What loses messages that nobody else could have kept needs it. */
	public static Setting withWatchdog() {
		return new Setting(Slack.CARD, Variant.WATCHDOG);
	}

	/** So that whoever keeps consumers waiting soon keeps everybody waiting. */
	public static Setting withFewConsumers() {
		return new Setting(Slack.CARD, Variant.FEW_CONSUMERS);
	}

	/** Against servers that are not of this program. */
	public static Setting withSandbox() {
		return new Setting(Slack.WEBHOOK, Variant.SANDBOX);
	}

}
