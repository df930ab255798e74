package dev.onboard.delivery.circuit;

/** Leave to call a target. */
public enum Admission {

	/** It works, as far as we know. */
	NORMAL,
	/** It is paused, and this call is to find out whether it works again. */
	PROBE

}
