package dev.onboard.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long the disk takes to make a little durable. */
public final class Disk {

	private static final int TIMES = 20;

	private static final int BYTES = 4096;

	private Disk() {
	}

	/**
	 * The median of twenty times 4 KiB and fdatasync.
	 * @param folder on the disk
	 */
	public static Duration fdatasync(Path folder) {
		try {
			Path file = Files.createTempFile(Files.createDirectories(folder), "fdatasync", ".bin");
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE,
					StandardOpenOption.DELETE_ON_CLOSE)) {
				List<Double> nanos = new ArrayList<>();
				for (int time = 0; time < TIMES; time++) {
					channel.write(ByteBuffer.allocate(BYTES));
					long start = System.nanoTime();
					channel.force(false);
					nanos.add((double) (System.nanoTime() - start));
				}
				return Duration.ofNanos((long) Spread.of(nanos).median());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
