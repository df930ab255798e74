package dev.onboard.task.imports;

/** What a row of an import has come to. */
public enum RowState {

	/** Will be accepted when its turn comes. */
	TO_CREATE,
	/** Was accepted. */
	CREATED,
	/** The same person was there before. */
	ALREADY_THERE,
	/** Cannot be accepted; the reason says why. */
	REFUSED

}
