package dev.onboard.faults.world;

/**
 * How the system is set up while a cell runs.
 *
 * @param slack how people are announced
 * @param watchdog whether what nobody has heard of for 20 seconds is said again; else
 * after a quarter of an hour, as everywhere, so that a message once lost stays lost
 * @param few whether each queue has two consumers in each replica and a failed call is
 * repeated after five seconds; else as many as everywhere, and after half a second
 */
public record Setting(Slack slack, boolean watchdog, boolean few) {

	public static Setting announcingBy(Slack slack) {
		return new Setting(slack, false, false);
	}

	/** What loses messages that nobody else could have kept needs it. */
	public static Setting withWatchdog() {
		return new Setting(Slack.CARD, true, false);
	}

	/** So that whoever keeps consumers waiting soon keeps everybody waiting. */
	public static Setting withFewConsumers() {
		return new Setting(Slack.CARD, false, true);
	}

}
