package dev.onboard.task.console;

import java.time.Duration;
import java.util.List;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of imports as a browser without scripts gets them. */
@TaskServiceTest
class ImportPagesIntegrationTests {

	private static final String HEADER = "login,firstName,lastName\n";

	private final String token = Somebody.token();

	private final Api api;

	ImportPagesIntegrationTests(@Autowired Api api) {
		this.api = api;
	}

	@Test
	void aFileIsUploadedLookedAtStartedAndWatched() {
		String path = upload(HEADER + "a." + this.token + ",Anna,Öz\nb." + this.token + ",<b>Bo</b>,\nC,Cy,Cy\n",
				"people <i>.csv");
		String checked = page(path);
		assertThat(checked)
			.contains("people &lt;i&gt;.csv", "What would come of it", "Start: add 1 person", "Download refused rows",
					"lastName is missing", "&lt;b&gt;Bo&lt;/b&gt;", "login must start with a letter")
			.doesNotContain("<b>Bo", "<i>", "Anna");
		assertThat(checked).as("all of them")
			.satisfies((html) -> assertThat(page(path + "?all=true")).contains("Anna"));
		assertThat(this.api.get(path + "/refused.csv").expect(200).body()).contains("b." + this.token)
			.doesNotContain("a." + this.token);
		Answer started = this.api.send("POST", path + "/start", "").expect(302);
		assertThat(started.header("location")).endsWith(path);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> page(path).contains("What came of it"));
		assertThat(page(path + "?state=CREATED")).contains("Anna", "Öz", "Look at the person", "Finished");
		assertThat(page("/console/imports")).contains(path, "people &lt;i&gt;.csv",
				"1 created, 0 already there, 2 refused");
		Answer late = this.api.send("POST", path + "/cancel", "").expect(409);
		assertThat(late.body()).contains("nothing is left to cancel", "role=\"alert\"");
	}

	@Test
	void whoMayOnlyLookIsOfferedNothingToDo() {
		String path = upload(HEADER + "a." + this.token + ",Anna,Petrova\n", "people.csv");
		Api viewer = this.api.as(this.api.newToken("viewer").json().get("token").stringValue());
		assertThat(viewer.get(path).expect(200).body()).contains("What would come of it")
			.doesNotContain("import-start", "import-cancel");
		assertThat(page(path)).contains("import-start", "import-cancel");
	}

	@Test
	void whileItRunsThePageIsToldAndShowsTheProgress() {
		StringBuilder csv = new StringBuilder(HEADER);
		for (int index = 0; index < 400; index++) {
			csv.append("p%d.%s,P,Q\n".formatted(index, this.token));
		}
		String path = upload(csv.toString(), "many.csv");
		this.api.send("POST", path + "/start", "").expect(302);
		assertThat(page(path)).contains("data-live=\"" + path.substring(path.lastIndexOf('/') + 1) + "\"", "<progress",
				"max=\"400\"", "of 400 rows are done");
		Answer part = this.api.send("GET", path, "", "HX-Request", "true").expect(200);
		assertThat(part.body()).contains("id=\"import\"", "id=\"import-said\"")
			.contains("id=\"banner\"")
			.doesNotContain("<html", "<head>");
		this.api.send("POST", path + "/cancel", "").expect(302);
		assertThat(page(path)).contains("Cancelled", "What came of it before it was cancelled");
	}

	@Test
	void aFileThatCannotBeReadIsRefusedOnThePageWithTheLine() {
		Answer answer = post(HEADER + "a,b," + "c".repeat(401) + "\n", "x.csv").expect(400);
		assertThat(answer.body()).contains("<html", "role=\"alert\"", "Line 2 has more than 400", "Check this file");
		assertThat(post("x".repeat(11 * 1024 * 1024), "x.csv").expect(413).body()).contains("<html", "too large");
		assertThat(post("", "").expect(400).body()).contains("The file is empty");
		assertThat(this.api.sendJson("POST", "/console/imports", "{}").expect(400).body()).contains("There is no file");
	}

	@Test
	void thereAreNoOtherImports() {
		for (String path : List.of("/console/imports/x", "/console/imports/00000000-0000-0000-0000-000000000000")) {
			assertThat(this.api.get(path).expect(404).body()).contains("There is nothing here");
		}
		assertThat(this.api.get("/console/imports/template.csv").expect(200).body()).startsWith("\uFEFFlogin,");
	}

	private String page(String path) {
		return this.api.get(path).expect(200).body();
	}

	private String upload(String csv, String name) {
		String location = post(csv, name).expect(302).header("location");
		return location.substring(location.indexOf("/console"));
	}

	private Answer post(String csv, String name) {
		return this.api.send("POST", "/console/imports",
				"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + csv
						+ "\r\n--x--\r\n",
				"Content-Type", "multipart/form-data; boundary=x");
	}

}
