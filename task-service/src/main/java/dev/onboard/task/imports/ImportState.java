package dev.onboard.task.imports;

/** How far an import has come. */
public enum ImportState {

	/** Nothing is done before somebody starts it. */
	CHECKED,
	/** Its rows are being accepted. */
	RUNNING,
	/** Every row has come to something. */
	FINISHED,
	/** Somebody stopped it; who was accepted before stays. */
	CANCELLED

}
