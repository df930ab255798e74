package dev.onboard.bench;

/**
 * What can be measured, in the order in which it is: P1 needs the task-service alone, and
 * what P8 leaves warm is warmer in P2, where the forwarders run for as long before. What
 * takes longest comes last.
 */
enum Figure {

	P1(true), P8(true), P2(true), P4(true), P3(false), P5(false), P7(false), P10(false), P6(false), P9(false);

	private final boolean usual;

	Figure(boolean usual) {
		this.usual = usual;
	}

	/** Whether it is measured even if nobody asks for it. */
	boolean isUsual() {
		return this.usual;
	}

}
