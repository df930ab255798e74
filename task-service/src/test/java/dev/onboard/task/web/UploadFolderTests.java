package dev.onboard.task.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class UploadFolderTests {

	@TempDir
	private Path parent;

	@Test
	void whatAKilledProcessLeftIsDeletedAndNothingElse() throws Exception {
		Process ended = new ProcessBuilder("true").start();
		ended.waitFor();
		Path left = folder(ended.pid() + "-1");
		Path ofOneBefore = folder(ProcessHandle.current().pid() + "-2");
		Files.setLastModifiedTime(ofOneBefore, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
		Path running = folder(ProcessHandle.current().pid() + "-3");
		Path odd = folder("of-somebody");
		Path ours = UploadFolder.in(this.parent);
		assertThat(this.parent).isDirectoryContaining(running::equals)
			.isDirectoryContaining(odd::equals)
			.isDirectoryContaining(ours::equals)
			.isDirectoryNotContaining(left::equals)
			.isDirectoryNotContaining(ofOneBefore::equals);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ours))).isEqualTo("rwx------");
	}

	private Path folder(String name) throws IOException {
		Path folder = Files.createDirectory(this.parent.resolve("onboard-uploads-" + name));
		Files.writeString(folder.resolve("upload.tmp"), "alice,Alice,Ivanova");
		return folder;
	}

}
