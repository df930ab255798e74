package dev.onboard.task.imports;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports as clients of the REST API see them. */
record Uploads(Api api) {

	static final String HEADER = "login,firstName,lastName,contactEmail,role,language\n";

	/** With the header of the template. */
	Answer rows(String... rows) {
		return file(HEADER + String.join("\n", rows) + "\n");
	}

	Answer file(String csv) {
		return file(csv.getBytes(StandardCharsets.UTF_8));
	}

	Answer file(byte[] csv) {
		return this.api.post("/imports", "text/csv", csv);
	}

	JsonNode page(UUID id) {
		return this.api.get("/imports/" + id).expect(200).json();
	}

	List<JsonNode> rows(UUID id) {
		return this.api.get("/imports/" + id + "/rows?limit=200").expect(200).json().get("rows").valueStream().toList();
	}

	/** What the row that begins in this line has come to. */
	JsonNode row(UUID id, int line) {
		return rows(id).stream().filter((row) -> row.get("line").intValue() == line).findFirst().orElseThrow();
	}

	Answer start(UUID id) {
		return this.api.send("POST", "/imports/" + id + "/start", "");
	}

	JsonNode finish(UUID id) {
		start(id).expect(202);
		return awaitFinished(id);
	}

	JsonNode awaitFinished(UUID id) {
		return Awaitility.await("import " + id + " is finished")
			.atMost(Duration.ofMinutes(2))
			.until(() -> page(id), (page) -> page.get("state").stringValue().equals("FINISHED"));
	}

	/** Imports whose counts are not those of their rows. */
	static List<UUID> miscounted(JdbcClient jdbc) {
		return jdbc
			.sql("""
					select id from import
					 where (to_create, created, already_there, refused) <>
					       (select count(*) filter (where r.state = 'TO_CREATE'), count(*) filter (where r.state = 'CREATED'),
					               count(*) filter (where r.state = 'ALREADY_THERE'), count(*) filter (where r.state = 'REFUSED')
					          from import_row r where r.import_id = import.id)
					""")
			.query(UUID.class)
			.list();
	}

	/** rows, toCreate, created, alreadyThere, refused. */
	static List<Integer> counts(JsonNode page) {
		return page.get("counts").valueStream().map(JsonNode::intValue).toList();
	}

}
