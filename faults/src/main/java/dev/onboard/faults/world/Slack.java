package dev.onboard.faults.world;

/** How people are announced: each has a price of its own. */
public enum Slack {

	/**
	 * A bot keeps one card for each, and finds out after a crash whether it has posted
	 * it.
	 */
	CARD,
	/** A webhook, which cannot be asked: a post may be repeated after a crash. */
	WEBHOOK

}
