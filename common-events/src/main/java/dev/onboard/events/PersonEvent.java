package dev.onboard.events;

/** Something said about one person. */
public sealed interface PersonEvent extends Event
		permits UserCreate, StepRetry, StepRefresh, StepReport, ActivationOrder, ActivationReport {

	Person person();

	Attempt attempt();

}
