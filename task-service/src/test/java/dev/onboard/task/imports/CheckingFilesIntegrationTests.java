package dev.onboard.task.imports;

import java.util.List;
import java.util.UUID;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of a file before anything is done. */
@TaskServiceTest
class CheckingFilesIntegrationTests {

	private final String token = Somebody.token();

	private final Api api;

	private final Uploads uploads;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	CheckingFilesIntegrationTests(@Autowired Api api, @Autowired JdbcClient jdbc,
			@Autowired TransactionTemplate transaction) {
		this.api = api;
		this.uploads = new Uploads(api);
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Test
	void saysOfEachRowWhatWouldComeOfItAndDoesNothing() {
		NewPerson there = new NewPerson("there." + this.token, "Thea", "Erdmann", null, "developer", null);
		UUID thea = this.api.accepted(there).id();
		Answer answer = this.uploads.rows("new." + this.token + ",Nora,Neumann,nora@home.example,designer,ru",
				there.login() + ",Thea,Erdmann,,developer,", there.login().toUpperCase() + ",Thea,Erdmann,,,",
				"x." + this.token + ",,,nobody,boss,fr", "new." + this.token + ",Nora,Neumann,,,");
		JsonNode page = answer.expect(201).json();
		UUID id = answer.id();
		assertThat(answer.header("location")).isEqualTo("/imports/" + id);
		assertThat(page.get("state").stringValue()).isEqualTo("CHECKED");
		assertThat(page.get("counts").toString())
			.isEqualTo("{\"rows\":5,\"toCreate\":1,\"created\":0,\"alreadyThere\":1,\"refused\":3}");
		assertThat(this.uploads.page(id)).isEqualTo(page);
		List<JsonNode> rows = this.uploads.rows(id);
		assertThat(rows.get(0).toString()).isEqualTo("""
				{"line":2,"state":"TO_CREATE","login":"new.%s","firstName":"Nora","lastName":"Neumann",\
				"contactEmail":"nora@home.example","role":"designer","language":"ru","reason":null,"user":null}"""
			.formatted(this.token));
		assertThat(rows.get(1).get("state").stringValue()).isEqualTo("ALREADY_THERE");
		assertThat(rows.get(1).get("user").stringValue()).isEqualTo(thea.toString());
		assertThat(reason(rows.get(2))).startsWith("login must start with a letter");
		assertThat(reason(rows.get(3))).contains("firstName is missing", "lastName is missing",
				"contactEmail must be a mail address", "role is not known; known are [de",
				"language is not known; known are [en, ru]");
		assertThat(reason(rows.get(4))).isEqualTo("login is the same as in line 2");
		assertThat(this.api.get("/users?search=new." + this.token).json().get("users")).isEmpty();
	}

	@Test
	void whoeverIsThereIsRecognisedHoweverTheNameIsTyped() {
		String login = "zoe." + this.token;
		this.api.accepted(new NewPerson(login, "Zoë", "Kåse", null, null, null));
		Answer answer = this.uploads.rows(login + ",Zoe\u0308,Ka\u030Ase,,,");
		assertThat(this.uploads.row(answer.id(), 2).get("state").stringValue()).isEqualTo("ALREADY_THERE");
	}

	@Test
	void noLinkIsMailedIntoTheMailboxThatItOpens() {
		String login = "new." + this.token;
		Answer answer = this.uploads.rows(login + ",Nora,Neumann," + login + "@Example.com,,");
		assertThat(reason(this.uploads.row(answer.id(), 2))).startsWith("contactEmail is the new mailbox itself");
	}

	@Test
	void aLoginOfSomebodyElseIsRefusedAndSaysWhoseItIsAndHowTheyDiffer() {
		String login = "taken." + this.token;
		UUID holder = this.api.accepted(new NewPerson(login, "Tom", "Taken", "tom@home.example", null, "ru")).id();
		Answer answer = this.uploads.rows(login + ",Tim,Taken,,developer,");
		JsonNode row = this.uploads.row(answer.id(), 2);
		assertThat(reason(row)).isEqualTo(
				"login is taken by /users/" + holder + ", who has another firstName, contactEmail, role, language");
		assertThat(row.get("user").stringValue()).isEqualTo(holder.toString());
	}

	@Test
	void aLoginThatSomebodyHadBeforeIsTheirs() {
		String login = "before." + this.token;
		UUID holder = this.api.accepted(Somebody.withLogin(login)).id();
		this.api.patch(holder, "{\"login\":\"after.%s\"}".formatted(this.token)).expect(200);
		Answer answer = this.uploads.rows(login + ",Alice,Ivanova,alice@home.example,,");
		assertThat(reason(this.uploads.row(answer.id(), 2)))
			.isEqualTo("login is taken by /users/" + holder + ", who has another login");
	}

	@Test
	void aRefusedRowTakesNobodysLogin() {
		String login = "twice." + this.token;
		UUID id = this.uploads.rows(login + ",,Ivanova,,,", login + ",Alice,Ivanova,,,", login + ",Alice,Ivanova,,,")
			.expect(201)
			.id();
		assertThat(states(id)).containsExactly("REFUSED", "TO_CREATE", "REFUSED");
		assertThat(reason(this.uploads.row(id, 4))).isEqualTo("login is the same as in line 3");
	}

	/** More than are written at once. */
	@Test
	void findsARepetitionFarBefore() {
		StringBuilder rows = new StringBuilder(Uploads.HEADER);
		for (int index = 0; index < 1100; index++) {
			rows.append("far").append(index % 1099).append('.').append(this.token).append(",Alice,Ivanova,,,\r\n");
		}
		Answer answer = this.uploads.file(rows.toString()).expect(201);
		assertThat(Uploads.counts(answer.json())).containsExactly(1100, 1099, 0, 0, 1);
		JsonNode row = this.api.get("/imports/" + answer.id() + "/rows?state=REFUSED").json().at("/rows/0");
		assertThat(row.get("line").intValue()).isEqualTo(1101);
		assertThat(reason(row)).isEqualTo("login is the same as in line 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "login,firstName,lastName\n@@,Anna,Öz\n", "login;firstName;lastName\r\n@@;Anna;Öz\r\n",
			"login,firstName,lastName\r@@,Anna,Öz\r", "\uFEFFlogin,firstName,lastName\n@@,Anna,Öz",
			"\uFEFF\"lastName\";\"login\";\"firstName\"\n\"Öz\";\"@@\";\"Anna\"\n",
			"Last name, First_Name ,LOGIN\nÖz, Anna ,@@\n", "\n\nlogin,firstName,lastName\n\n,,\n@@,Anna,Öz\n ,,\n",
			"reason,login,firstName,lastName,role\n\"why, \"\"it\"\" was\",@@,Anna,Öz,\n",
			"login,firstName,lastName,contactEmail,role,language,reason\n@@,Anna,Öz\n",
			"login;firstName;lastName;; ;\n@@;Anna;Öz;;;;;\n", "login,firstName,lastName\n@@,Anna,Öz, ,,\n" })
	void readsWhatSpreadsheetsWrite(String csv) {
		Answer answer = this.uploads.file(csv.replace("@@", "anna." + this.token)).expect(201);
		assertThat(Uploads.counts(answer.json())).as(answer.body()).containsExactly(1, 1, 0, 0, 0);
		JsonNode row = this.uploads.rows(answer.id()).get(0);
		assertThat(row.get("login").stringValue()).isEqualTo("anna." + this.token);
		assertThat(row.get("firstName").stringValue()).isEqualTo("Anna");
		assertThat(row.get("lastName").stringValue()).isEqualTo("Öz");
		assertThat(row.get("contactEmail").isNull()).isTrue();
	}

	@Test
	void namesTheLineWhereARowBegins() {
		UUID id = this.uploads
			.file("login,firstName,lastName\n\nbad." + this.token + ",\"A\nB\",Öz\n\nnot a login,Anna,Öz\n")
			.expect(201)
			.id();
		assertThat(this.uploads.rows(id).stream().map((row) -> row.get("line").intValue())).containsExactly(3, 6);
		assertThat(reason(this.uploads.row(id, 3))).startsWith("firstName must have").contains("no line breaks");
	}

	@Test
	void takesAFormAndKeepsTheNameOfTheFile() {
		String form = """
				--x\r
				Content-Disposition: form-data; name="file"; filename="\u202Ele\u0007ute.csv"\r
				Content-Type: application/vnd.ms-excel\r
				\r
				login;firstName;lastName
				form.%s;Anna;Öz
				\r
				--x--\r
				""".formatted(this.token);
		Answer answer = this.api.send("POST", "/imports", form, "Content-Type", "multipart/form-data; boundary=x")
			.expect(201);
		assertThat(answer.json().get("name").stringValue()).isEqualTo("leute.csv");
		assertThat(Uploads.counts(answer.json())).containsExactly(1, 1, 0, 0, 0);
	}

	@Test
	void listsImportsNewestFirstInPages() {
		List<String> ids = List.of(named("a"), named("b"), named("c"));
		JsonNode first = this.api.get("/imports?limit=2").expect(200).json();
		assertThat(first.get("imports").valueStream().map((page) -> page.get("name").stringValue()))
			.containsExactly("c.csv", "b.csv");
		JsonNode second = this.api.get(first.get("next").stringValue()).expect(200).json();
		assertThat(second.at("/imports/0/id").stringValue()).isEqualTo(ids.get(0));
		assertThat(second.at("/imports/0/counts/toCreate").intValue()).isEqualTo(1);
	}

	private String named(String name) {
		return this.api
			.post("/imports?name=" + name + ".csv", "text/csv; charset=UTF-8",
					(Uploads.HEADER + name + "." + this.token + ",Anna,Öz,,,")
						.getBytes(java.nio.charset.StandardCharsets.UTF_8))
			.expect(201)
			.id()
			.toString();
	}

	/**
	 * Lists of large imports, and a page that is looked at again and again, are cheap.
	 */
	@Test
	void countsAreReadWithoutTheRows() {
		UUID id = this.uploads.rows("a." + this.token + ",A,A,,,", "NO,B,B,,,").id();
		this.transaction.executeWithoutResult((tx) -> {
			this.jdbc.sql("lock table import_row in access exclusive mode").update();
			assertThat(Uploads.counts(this.uploads.page(id))).containsExactly(2, 1, 0, 0, 1);
			JsonNode newest = this.api.get("/imports?limit=200").expect(200).json().at("/imports/0");
			assertThat(Uploads.counts(newest)).containsExactly(2, 1, 0, 0, 1);
		});
	}

	@Test
	void listsRowsInTheOrderOfTheFileInPages() {
		UUID id = this.uploads
			.rows("a." + this.token + ",A,A,,,", "b." + this.token + ",,B,,,", "c." + this.token + ",C,C,,,",
					"d." + this.token + ",,D,,,", "e." + this.token + ",,E,,,")
			.id();
		JsonNode first = this.api.get("/imports/" + id + "/rows?state=REFUSED&limit=2").expect(200).json();
		assertThat(first.get("rows").valueStream().map((row) -> row.get("line").intValue())).containsExactly(3, 5);
		JsonNode second = this.api.get(first.get("next").stringValue()).expect(200).json();
		assertThat(second.get("rows").valueStream().map((row) -> row.get("line").intValue())).containsExactly(6);
		assertThat(second.get("next").isNull()).isTrue();
	}

	@Test
	void theTemplateCanBeFilledIn() {
		Answer template = this.api.get("/imports/template.csv").expect(200);
		assertThat(template.header("content-type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
		assertThat(template.body()).isEqualTo("\uFEFFlogin,firstName,lastName,contactEmail,role,language\r\n");
		Answer answer = this.uploads.file(template.body() + "filled." + this.token + ",Anna,Öz,,,\r\n").expect(201);
		assertThat(Uploads.counts(answer.json())).containsExactly(1, 1, 0, 0, 0);
	}

	private List<String> states(UUID id) {
		return this.uploads.rows(id).stream().map((row) -> row.get("state").stringValue()).toList();
	}

	private static String reason(JsonNode row) {
		assertThat(row.get("state").stringValue()).isEqualTo("REFUSED");
		return row.get("reason").stringValue();
	}

}
