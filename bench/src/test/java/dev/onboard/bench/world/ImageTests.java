package dev.onboard.bench.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.onboard.testing.Project;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ImageTests {

	private static final String DOCKERFILE = """
			FROM runtime AS sandbox
			ENTRYPOINT ["java", "-Xmx1m", "-jar", "sandbox.jar"]
			FROM runtime AS service
			RUN export KEY=value; \\
			    /train java -XX:+UseSerialGC -XX:AOTCacheOutput=app.aot -Dwith=one -jar app.jar
			ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-jar", "app.jar"]
			""";

	@Test
	void isStartedAsTheLastStageSays() {
		Image image = new Image(Path.of("target"), DOCKERFILE);
		assertThat(image.entrypoint()).containsExactly("-XX:AOTCache=app.aot", "-jar", "app.jar");
		assertThat(image.training()).containsExactly("-XX:+UseSerialGC", "-XX:AOTCacheOutput=app.aot", "-Dwith=one",
				"-jar", "app.jar");
	}

	@Test
	void findsBothInTheDockerfileThatThereIs() {
		Image image = new Image(Path.of("target"), Image.dockerfile());
		assertThat(image.entrypoint()).contains("-XX:AOTCache=app.aot").endsWith("-jar", "app.jar");
		assertThat(image.training()).contains("-XX:AOTCacheOutput=app.aot").endsWith("-jar", "app.jar");
	}

	@Test
	void doesNotGuessWhatADockerfileDoesNotSay() {
		assertThatIllegalStateException().isThrownBy(() -> new Image(Path.of("target"), "FROM scratch").entrypoint());
	}

	@Test
	void hasTheHeapThatIsShipped() throws Exception {
		int limit = number("docker-compose.yml", "(?s)x-service:.*?mem_limit: ([0-9]+)m");
		int percentage = number("Dockerfile", "(?s)AS service.*MaxRAMPercentage=([0-9]+)");
		assertThat(Java.HEAP).contains("-Xmx" + limit * percentage / 100 + "m");
		assertThat(Files.readString(Project.root().resolve("scripts/processes.sh")))
			.contains(" " + String.join(" ", Java.HEAP) + " ");
		assertThat(new Image(Path.of("target"), Image.dockerfile()).entrypoint())
			.containsAll(Java.HEAP.stream().filter((flag) -> !flag.startsWith("-Xmx")).toList());
	}

	private static int number(String file, String pattern) throws Exception {
		Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(Project.root().resolve(file)));
		assertThat(matcher.find()).isTrue();
		return Integer.parseInt(matcher.group(1));
	}

}
