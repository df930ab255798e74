package dev.onboard.task.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.springframework.util.StreamUtils;
import org.springframework.util.unit.DataSize;

/**
 * What comes from or goes to a client at its own pace lies here meanwhile, rather than in
 * memory or in an open transaction. The file has no name any more before something is
 * written to it, so nobody else can read it, and however this process ends, nothing of it
 * stays.
 */
public final class TemporaryFile implements AutoCloseable {

	private final FileChannel content;

	private TemporaryFile(FileChannel content) {
		this.content = content;
	}

	/**
	 * Nothing is in it.
	 * @throws TemporaryFileException if it cannot be made
	 */
	static TemporaryFile empty() {
		try {
			Path path = Files.createTempFile("import-", ".csv");
			try {
				return new TemporaryFile(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
			}
			finally {
				Files.delete(path);
			}
		}
		catch (IOException ex) {
			throw new TemporaryFileException(ex);
		}
	}

	/**
	 * Of all that can be read.
	 * @throws UnreadableFileException if that is more than {@code most}
	 * @throws TemporaryFileException if it cannot be written
	 * @throws IOException if {@code content} cannot be read
	 */
	static TemporaryFile of(InputStream content, DataSize most) throws IOException {
		TemporaryFile file = empty();
		try (OutputStream out = file.out()) {
			byte[] buffer = new byte[8192];
			long size = 0;
			for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
				size += read;
				if (size > most.toBytes()) {
					throw UnreadableFileException.largerThan(most);
				}
				out.write(buffer, 0, read);
			}
			return file;
		}
		catch (IOException | RuntimeException ex) {
			file.close();
			throw ex;
		}
	}

	/**
	 * Writes at its end; where that fails, by {@link TemporaryFileException}. Closing the
	 * stream does not close the file.
	 */
	OutputStream out() {
		OutputStream file = Channels.newOutputStream(this.content);
		return new OutputStream() {

			@Override
			public void write(int octet) {
				write(new byte[] { (byte) octet }, 0, 1);
			}

			@Override
			public void write(byte[] octets, int offset, int length) {
				try {
					file.write(octets, offset, length);
				}
				catch (IOException ex) {
					throw new TemporaryFileException(ex);
				}
			}

		};
	}

	/** Reads from its beginning. Closing the stream does not close the file. */
	public InputStream in() throws IOException {
		this.content.position(0);
		return StreamUtils.nonClosing(Channels.newInputStream(this.content));
	}

	/** In bytes. */
	public long size() throws IOException {
		return this.content.size();
	}

	@Override
	public void close() throws IOException {
		this.content.close();
	}

}
