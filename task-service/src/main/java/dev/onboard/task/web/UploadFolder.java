package dev.onboard.task.web;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * Where the files of forms lie while they come in. Each process has a folder of its own
 * there, and deletes those whose process was killed.
 */
final class UploadFolder {

	private static final Logger log = LoggerFactory.getLogger(UploadFolder.class);

	/** The number of the process follows, and what {@link Files} adds. */
	private static final String NAME = "onboard-uploads-";

	private UploadFolder() {
	}

	/** A new folder that only our own user can look into. */
	static Path in(Path parent) throws IOException {
		Path own = Files.createTempDirectory(parent, NAME + ProcessHandle.current().pid() + "-");
		own.toFile().deleteOnExit();
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, NAME + "*-*")) {
			for (Path folder : folders) {
				deleteIfLeft(folder, Files.getOwner(own));
			}
		}
		return own;
	}

	/** What others put there is theirs, whatever it is called and wherever it leads. */
	private static void deleteIfLeft(Path folder, UserPrincipal us) {
		try {
			if (Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(us) && isLeft(folder)) {
				FileSystemUtils.deleteRecursively(folder);
				log.info("Deleted {}, which a process had left", folder);
			}
		}
		catch (IOException | NumberFormatException ex) {
			log.warn("{} stays: {}", folder, ex.toString());
		}
	}

	/** A process of today may have the number of one of yesterday. */
	private static boolean isLeft(Path folder) throws IOException {
		String name = folder.toFile().getName();
		long process = Long.parseLong(name.substring(NAME.length(), name.lastIndexOf('-')));
		Instant used = Files.getLastModifiedTime(folder).toInstant();
		return ProcessHandle.of(process)
			.map((running) -> running.info().startInstant().map((start) -> start.isAfter(used)).orElse(false))
			.orElse(true);
	}

}
