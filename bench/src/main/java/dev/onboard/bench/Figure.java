package dev.onboard.bench;

/** What can be measured, in the order in which it is. */
enum Figure {

	P1(true), P2(true), P3(false), P4(true), P5(false), P6(false), P7(false), P8(true), P9(false), P10(false);

	private final boolean usual;

	Figure(boolean usual) {
		this.usual = usual;
	}

	/** Whether it is measured even if nobody asks for it. */
	boolean isUsual() {
		return this.usual;
	}

}
