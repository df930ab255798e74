package dev.onboard.web.redmine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.onboard.delivery.http.Patience;
import dev.onboard.delivery.http.TargetClient;
import org.jspecify.annotations.Nullable;

/**
 * Where Redmine is, which may become known while the service runs. Once known, it stays.
 * Thread-safe.
 */
final class RedmineLocation {

	private final RedmineSettings settings;

	private volatile @Nullable TargetClient known;

	RedmineLocation(RedmineSettings settings) {
		this.settings = settings;
	}

	/**
	 * A new conversation; empty while no Redmine is configured.
	 * @throws RedmineTroubleException if the file is there and holds no URL
	 */
	Optional<Redmine> redmine() {
		TargetClient client = this.known;
		if (client == null) {
			String url = url();
			client = url.isEmpty() ? null : Redmine.client(url, this.settings.apiKey());
			this.known = client;
		}
		return Optional.ofNullable(client).map((redmine) -> new Redmine(redmine, new Patience()));
	}

	private String url() {
		String url = this.settings.url();
		return url.startsWith(RedmineSettings.FILE) ? read(Path.of(url.substring(RedmineSettings.FILE.length()))) : url;
	}

	private static String read(Path file) {
		if (!Files.exists(file)) {
			return "";
		}
		try {
			String url = Files.readString(file).strip();
			if (url.matches(TargetClient.BASE_URL)) {
				return url;
			}
		}
		catch (IOException ex) {
			// As if it held something else: whoever looks at the file sees why.
		}
		throw RedmineTroubleException.misconfigured(file + " holds no URL of a Redmine");
	}

}
