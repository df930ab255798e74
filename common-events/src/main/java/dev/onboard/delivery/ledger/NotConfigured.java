package dev.onboard.delivery.ledger;

/**
 * Stands in for the effect of a target that is not set up.
 *
 * @param name of the effect that it stands in for
 * @param detail says how to set the target up
 */
public record NotConfigured(String name, String detail) implements Effect {

	@Override
	public Outcome perform(Work work) {
		return new Outcome.Skipped(this.detail);
	}

}
