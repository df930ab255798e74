package dev.onboard.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.onboard.faults.verdict.Secrets;
import dev.onboard.faults.world.Page;
import dev.onboard.faults.world.World;

/** Reads all logs, rows and messages for secrets. */
final class Leaks {

	private final World world;

	private final Secrets secrets;

	/** How far each log was read. */
	private final Map<Path, Long> read = new HashMap<>();

	/** Whose rows, and those of later ones, were not read for certain. */
	private long unread;

	Leaks(World world) {
		this.world = world;
		this.secrets = new Secrets(world.secrets(), world.mailKey());
		world.listen((message) -> this.secrets.read("a message", message));
	}

	/** What was found of these people, or of nobody, since the beginning. */
	Collection<String> found(List<Page> people) throws IOException, SQLException {
		for (Path log : this.world.logs()) {
			this.secrets.read("the log " + log.getFileName(), news(log));
		}
		// Begun anew at each start, so there is no place from which to go on.
		this.secrets.read("the log of the broker", this.world.broker().log());
		this.secrets.read("the log of the database", this.world.database().log());
		long stillOpen = this.world.oldestOpenTransaction();
		this.world.rowsSince(this.unread).forEach((row) -> this.secrets.read("a row of the database", row));
		this.unread = stillOpen;
		return this.secrets.found(people.stream().map(Page::id).toList());
	}

	private String news(Path log) throws IOException {
		try (var channel = Files.newByteChannel(log)) {
			channel.position(this.read.getOrDefault(log, 0L));
			String news = new String(java.nio.channels.Channels.newInputStream(channel).readAllBytes(),
					StandardCharsets.UTF_8);
			this.read.put(log, channel.position());
			return news;
		}
	}

}
