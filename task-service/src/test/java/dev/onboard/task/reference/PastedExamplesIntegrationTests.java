package dev.onboard.task.reference;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.TaskServiceTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Each command of the page is run in a shell, as somebody would who reads it. */
@TaskServiceTest
@TestPropertySource(properties = "onboard.live.lifetime=1s")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import(Cast.class)
class PastedExamplesIntegrationTests {

	private static final Pattern COMMAND = Pattern.compile("(?s)<details[^>]* id=\"(\\w+)\".*?<pre[^>]*>(.*?)</pre>");

	@TempDir
	private static Path folder = Path.of("");

	private final Api api;

	private final Cast cast;

	private final Map<String, Supplier<UUID>> ids = new LinkedHashMap<>();

	private final Map<String, String> commands = new LinkedHashMap<>();

	PastedExamplesIntegrationTests(@Autowired Api api, @Autowired Cast cast) {
		this.api = api;
		List.of("getUser", "changeUser").forEach((id) -> this.ids.put(id, cast::newcomer));
		List.of("createActivationLink", "mailActivationLink", "revokeActivationLinks")
			.forEach((id) -> this.ids.put(id, cast::withMailbox));
		List.of("getImport", "listImportRows", "getRefusedRows", "startImport", "cancelImport")
			.forEach((id) -> this.ids.put(id, cast::checkedImport));
		List.of("getParked", "replayParked", "discardParked").forEach((id) -> this.ids.put(id, cast::parked));
		this.ids.put("eraseUser", cast::ready);
		this.ids.put("decideStep", cast::failed);
		this.ids.put("revokeToken", cast::token);
		this.cast = cast;
	}

	@BeforeAll
	void read() throws Exception {
		this.cast.pausedMail();
		this.cast.failed();
		Matcher matcher = COMMAND
			.matcher(this.api.send("GET", "/console/api", "", "Accept", "text/html").expect(200).body());
		while (matcher.find()) {
			this.commands.put(matcher.group(1), HtmlUtils.htmlUnescape(matcher.group(2)));
		}
		Path onboard = Files.writeString(folder.resolve("onboard"),
				"#!/bin/sh\n[ \"$*\" = 'token show' ] && echo " + Api.ADMIN_TOKEN + "\n");
		assertThat(onboard.toFile().setExecutable(true)).isTrue();
	}

	@AfterAll
	void forgetTargets() {
		this.cast.unknownTargets();
	}

	@Test
	void thereIsOneForEachOperation() {
		Document document = new Document(this.api.get("/openapi").expect(200).json());
		assertThat(this.commands).containsOnlyKeys(document.operations().keySet());
	}

	@TestFactory
	Stream<DynamicTest> works() {
		return this.commands.entrySet()
			.stream()
			.map((it) -> DynamicTest.dynamicTest(it.getKey(), () -> assertWorks(it.getKey(), it.getValue())));
	}

	private void assertWorks(String operation, String command) throws Exception {
		String id = command.contains("$id") ? "id=" + this.ids.get(operation).get() + "\n" : "";
		Process shell = new ProcessBuilder("sh", "-c",
				"curl() { command curl --fail-with-body \"$@\"; }\n" + id + command)
			.directory(new File(folder.toString()))
			.redirectErrorStream(true)
			.start();
		String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(shell.waitFor()).as("%s%n%s", command, said).isZero();
	}

	/** It is one of the console's pages, under the same rules. */
	@Test
	void runsNoScriptOfItsOwn() {
		Answer answer = this.api.send("GET", "/console/api", "", "Accept", "text/html");
		assertThat(answer.header("content-security-policy")).doesNotContain("unsafe");
		assertThat(answer.body()).doesNotContain("style=", "<style", "onclick")
			.doesNotContainPattern("<script(?! defer)")
			.contains("href=\"/openapi.yaml\"", "<code class=\"soft\">text/csv</code>");
	}

}
