package dev.onboard.task.actor;

import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/** Who asks for what is being done just now. */
public interface Actor {

	/** The name of their token; null where a service does it by itself. */
	@Nullable String name();

	/**
	 * Does what somebody has asked for before, as if they asked now.
	 * @param name of their token; null for nobody's
	 */
	void actFor(@Nullable String name, Runnable work);

	/**
	 * Whether they were shut out since, to be asked later by any thread; it waits for
	 * nothing, and is false while nobody can tell.
	 */
	BooleanSupplier shutOut();

}
