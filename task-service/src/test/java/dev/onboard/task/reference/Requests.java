package dev.onboard.task.reference;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Somebody;
import dev.onboard.task.reference.Document.Operation;
import org.awaitility.Awaitility;

/** A request for each operation and each status that it can be answered with. */
final class Requests {

	private static final int LARGEST_BODY = 16 * 1024;

	private static final int LARGEST_FILE = 10 * 1024 * 1024;

	private static final String REASON = "{\"reason\":\"as agreed\"}";

	private final Api api;

	private final Cast cast;

	private final Map<String, Supplier<Answer>> requests = new TreeMap<>();

	Requests(Api api, Cast cast) {
		this.api = api;
		this.cast = cast;
		people();
		links();
		targetsAndMessages();
		imports();
		tokens();
	}

	private void people() {
		on("createUser 202", () -> this.api.post(Somebody.json(Somebody.fresh())));
		on("createUser 409", () -> this.api.post(Somebody.json(known())));
		on("createUser 410",
				() -> this.api.post(Somebody.json(Somebody.fresh()), "Idempotency-Key", this.cast.keyOfErased()));
		on("createUser 422", () -> {
			String key = Somebody.token();
			this.api.post(Somebody.json(Somebody.fresh()), "Idempotency-Key", key).expect(202);
			return this.api.post(Somebody.json(Somebody.fresh()), "Idempotency-Key", key);
		});
		on("listUsers 200", () -> this.api.get("/users?limit=200"));
		on("countUsers 200", () -> this.api.get("/users/counts"));
		on("getUser 200", () -> this.api.get("/users/" + this.cast.withLink()));
		on("getUser 410", () -> this.api.get("/users/" + this.cast.erased()));
		on("changeUser 200", () -> this.api.patch(this.cast.newcomer(), "{\"lastName\":\"Li\",\"role\":null}"));
		on("changeUser 404", () -> this.api.patch(UUID.randomUUID(), "{\"lastName\":\"Li\"}"));
		on("changeUser 409", () -> this.api.patch(this.cast.newcomer(), "{\"login\":\"" + known().login() + "\"}"));
		on("changeUser 410", () -> this.api.patch(this.cast.erased(), "{\"lastName\":\"Li\"}"));
		on("eraseUser 202", () -> this.api.sendJson("DELETE", "/users/" + this.cast.ready(), REASON));
		on("eraseUser 409", () -> this.api.sendJson("DELETE", "/users/" + this.cast.newcomer(), REASON));
		on("decideStep 202", () -> this.api.decide(this.cast.failed(), "mail", "retry"));
		on("decideStep 409", () -> this.api.decide(this.cast.withMailbox(), "mail", "skip"));
		on("decideStep 410", () -> this.api.decide(this.cast.erased(), "mail", "retry"));
		on("getSettings 200", () -> this.api.get("/settings"));
		on("suggestLogin 200", () -> this.api.get("/suggestions?firstName=Bea&lastName=Li"));
		on("checkAddress 200", () -> this.api.get("/addresses/bea.li@example.com"));
		on("followChanges 200", () -> this.api.get("/live"));
	}

	private void links() {
		on("createActivationLink 201", () -> link("POST", this.cast.whoseLinkWorks(), ""));
		on("createActivationLink 202", () -> link("POST", this.cast.withMailbox(), ""));
		on("createActivationLink 409", () -> link("POST", this.cast.newcomer(), ""));
		on("createActivationLink 410", () -> link("POST", this.cast.erased(), ""));
		on("mailActivationLink 202", () -> link("POST", this.cast.withMailbox(), "/mail"));
		on("mailActivationLink 409", () -> link("POST", this.cast.withMailbox(Somebody.named("Bea", "Li")), "/mail"));
		on("mailActivationLink 410", () -> link("POST", this.cast.erased(), "/mail"));
		on("revokeActivationLinks 202", () -> link("DELETE", this.cast.withMailbox(), ""));
		on("revokeActivationLinks 409", () -> link("DELETE", this.cast.newcomer(), ""));
		on("revokeActivationLinks 410", () -> link("DELETE", this.cast.erased(), ""));
	}

	private void targetsAndMessages() {
		on("listTargets 200", () -> {
			this.cast.works();
			return this.api.get("/targets");
		});
		on("getTarget 200", () -> {
			this.cast.unknownTargets();
			return this.api.get("/targets/mail");
		});
		on("resumeTarget 202", () -> {
			this.cast.paused();
			return this.api.send("POST", "/targets/slack/resume", "");
		});
		on("resumeTarget 409", () -> {
			this.cast.works();
			return this.api.send("POST", "/targets/slack/resume", "");
		});
		on("retryFailed 202", () -> {
			this.cast.failed();
			return this.api.sendJson("POST", "/targets/mail/retry", REASON);
		});
		on("retryFailed 409", () -> {
			this.cast.nobodyFailed();
			return this.api.sendJson("POST", "/targets/slack/retry", REASON);
		});
		on("listParked 200", () -> {
			this.cast.parked();
			return this.api.get("/parked?limit=200");
		});
		on("getParked 200", () -> this.api.get("/parked/" + this.cast.parked()));
		on("replayParked 202", () -> this.api.sendJson("POST", "/parked/" + this.cast.parked() + "/replay", REASON));
		on("replayParked 409",
				() -> this.api.sendJson("POST", "/parked/" + this.cast.parked("elsewhere") + "/replay", REASON));
		on("discardParked 200", () -> discard(this.cast.parked()));
		on("discardParked 409", () -> {
			UUID id = this.cast.parked();
			discard(id).expect(200);
			return discard(id);
		});
	}

	private void imports() {
		on("uploadImport 201", () -> this.api.post("/imports?name=people.csv", "text/csv",
				"login,firstName,lastName\nbea,Bea,Li\n".getBytes(StandardCharsets.UTF_8)));
		on("listImports 200", () -> this.api.get("/imports?limit=200"));
		on("getImport 200", () -> this.api.get("/imports/" + this.cast.checkedImport()));
		on("listImportRows 200", () -> this.api.get("/imports/" + this.cast.checkedImport() + "/rows"));
		on("getRefusedRows 200", () -> this.api.get("/imports/" + this.cast.checkedImport() + "/refused.csv"));
		on("getImportTemplate 200", () -> this.api.get("/imports/template.csv"));
		on("startImport 202", () -> about(this.cast.checkedImport(), "start"));
		on("startImport 409", () -> {
			UUID id = this.cast.checkedImport();
			about(id, "cancel").expect(200);
			return about(id, "start");
		});
		on("cancelImport 200", () -> about(this.cast.checkedImport(), "cancel"));
		on("cancelImport 409", () -> {
			UUID id = this.cast.checkedImport();
			about(id, "start").expect(202);
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.until(() -> this.api.get("/imports/" + id).json().get("state").stringValue().equals("FINISHED"));
			return about(id, "cancel");
		});
	}

	private void tokens() {
		on("listTokens 200", () -> this.api.get("/tokens"));
		on("createToken 201", () -> this.api.newToken("operator"));
		on("createToken 409", () -> {
			String token = "{\"name\":\"" + Somebody.token() + "\",\"role\":\"viewer\"}";
			this.api.sendJson("POST", "/tokens", token).expect(201);
			return this.api.sendJson("POST", "/tokens", token);
		});
		on("revokeToken 204", () -> this.api.send("DELETE", "/tokens/" + this.cast.token(), ""));
	}

	private void on(String promise, Supplier<Answer> request) {
		this.requests.put(promise, request);
	}

	Map<String, Supplier<Answer>> special() {
		return this.requests;
	}

	/** What is refused in the same way everywhere. */
	Answer refused(Operation operation, int status, Api client) {
		String path = operation.path().replaceAll("\\{(system|decision|address)}", "nothing");
		return switch (status) {
			case 400 -> wrong(operation);
			case 413 ->
				send(this.api, operation, operation.path().replace("{system}", "mail").replace("{decision}", "retry"),
						" ".repeat(operation.takes("text/csv") ? LARGEST_FILE + 1 : LARGEST_BODY + 1));
			case 415 -> this.api.send(operation.method(), named(path), "{}", "Content-Type", "text/plain");
			default -> send(client, operation, path, REASON);
		};
	}

	private Answer wrong(Operation operation) {
		if (operation.has("id")) {
			return this.api.sendJson(operation.method(), operation.path().replaceAll("\\{\\w+}", "nothing"), REASON);
		}
		if (operation.json().has("requestBody")) {
			return send(this.api, operation, operation.path().replace("{system}", "mail"), "[]");
		}
		return this.api.get(operation.path() + (operation.has("limit") ? "?limit=0" : "?person=nobody"));
	}

	private static Answer send(Api client, Operation operation, String path, String body) {
		String type = operation.takes("text/csv") ? "text/csv" : "application/json";
		return client.send(operation.method(), named(path), body, "Content-Type", type);
	}

	private static String named(String path) {
		return path.replace("{id}", UUID.randomUUID().toString());
	}

	private NewPerson known() {
		NewPerson person = Somebody.fresh();
		this.cast.newcomer(person);
		return person;
	}

	private Answer link(String method, UUID id, String what) {
		return this.api.send(method, "/users/" + id + "/activation-link" + what, "");
	}

	private Answer discard(UUID id) {
		return this.api.sendJson("DELETE", "/parked/" + id, REASON);
	}

	private Answer about(UUID id, String decision) {
		return this.api.send("POST", "/imports/" + id + "/" + decision, "");
	}

}
