package dev.onboard.task.imports;

import org.springframework.util.unit.DataSize;

/**
 * A file that cannot be taken as it is; says what is wrong, in which line, and what to
 * do. Nothing of it was kept.
 */
public final class UnreadableFileException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final boolean tooLarge;

	UnreadableFileException(String message) {
		this(message, false);
	}

	private UnreadableFileException(String message, boolean tooLarge) {
		super(message);
		this.tooLarge = tooLarge;
	}

	static UnreadableFileException inLine(long line, String problem) {
		return new UnreadableFileException("Line " + line + " " + problem);
	}

	public static UnreadableFileException largerThan(DataSize most) {
		return new UnreadableFileException(
				"The file is larger than " + most.toKilobytes() + " kB. Split it into several, each with a header.",
				true);
	}

	static UnreadableFileException longerThan(int rows) {
		return new UnreadableFileException(
				"The file has more than " + rows + " rows. Split it into several, each with a header.", true);
	}

	/** Whether it could be taken in parts. */
	public boolean isTooLarge() {
		return this.tooLarge;
	}

}
