package dev.onboard.task.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.unit.DataSize;

/**
 * What comes from or goes to a client at its own pace lies here meanwhile, rather than in
 * memory or in an open transaction. Only our own user can read it; closing deletes it.
 */
public final class TemporaryFile implements AutoCloseable {

	private final Path path;

	private TemporaryFile(Path path) {
		this.path = path;
	}

	static TemporaryFile empty() throws IOException {
		return new TemporaryFile(Files.createTempFile("import-", ".csv"));
	}

	/**
	 * Of all that can be read.
	 * @throws UnreadableFileException if that is more than {@code most}
	 */
	static TemporaryFile of(InputStream content, DataSize most) throws IOException {
		TemporaryFile file = empty();
		try (OutputStream out = Files.newOutputStream(file.path)) {
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

	public Path path() {
		return this.path;
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.path);
	}

}
