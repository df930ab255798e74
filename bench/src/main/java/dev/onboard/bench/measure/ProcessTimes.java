package dev.onboard.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time of other processes, in seconds, as Linux counts it in {@code /proc}. */
public final class ProcessTimes {

	/** The same on every Linux, see {@code USER_HZ} in proc(5). */
	private static final double TICKS_PER_SECOND = 100;

	/** Places after the name, which may hold spaces and brackets itself. */
	private static final int USER = 11;

	private static final int ENDED_CHILDREN = 13;

	private ProcessTimes() {
	}

	/** Of all threads of a process since its start; 0 if there is no such process. */
	public static double of(long pid) {
		return ticks(pid, USER) / TICKS_PER_SECOND;
	}

	/** As the other one, with all its children, those that have ended too. */
	public static double ofFamily(long pid) {
		long children = ProcessHandle.of(pid)
			.stream()
			.flatMap(ProcessHandle::children)
			.mapToLong((child) -> ticks(child.pid(), USER))
			.sum();
		return (ticks(pid, USER) + ticks(pid, ENDED_CHILDREN) + children) / TICKS_PER_SECOND;
	}

	/** The sum of the two numbers, user's and system's, that begin at a place. */
	private static long ticks(long pid, int place) {
		try {
			String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
			String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
			return Long.parseLong(fields[place]) + Long.parseLong(fields[place + 1]);
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
