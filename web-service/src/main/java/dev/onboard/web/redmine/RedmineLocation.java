package dev.onboard.web.redmine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.onboard.delivery.http.TargetClient;
import org.jspecify.annotations.Nullable;

/**
 * Where Redmine is, which may become known while the service runs. Once known, it stays.
 * Thread-safe.
 */
final class RedmineLocation {

	private final RedmineSettings settings;

	private volatile @Nullable Redmine redmine;

	RedmineLocation(RedmineSettings settings) {
		this.settings = settings;
	}

	/**
	 * Empty while no Redmine is configured.
	 * @throws RedmineTroubleException if the file is there and holds no URL
	 */
	Optional<Redmine> redmine() {
		Redmine known = this.redmine;
		if (known == null) {
			String url = url();
			known = url.isEmpty() ? null : new Redmine(url, this.settings.apiKey());
			this.redmine = known;
		}
		return Optional.ofNullable(known);
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
