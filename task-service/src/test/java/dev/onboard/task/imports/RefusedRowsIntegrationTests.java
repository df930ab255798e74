package dev.onboard.task.imports;

import java.util.List;
import java.util.UUID;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The refused rows go back to whoever corrects them, and come again. */
@TaskServiceTest
class RefusedRowsIntegrationTests {

	/** None is refused for its name. */
	private static final List<String> HOSTILE = List.of("=cmd|'/C calc'!A0", "+1+1", "-2", "@SUM(A1)", "'=1", "''+1",
			"'quoted", "＝1", "<b onclick=\"x\">", "a;b,c", "\"q\"", "D'Arcy", "\u202Eecila", "👩\u200d💻",
			"<!channel>");

	private final String token = Somebody.token();

	private final Api api;

	private final Uploads uploads;

	RefusedRowsIntegrationTests(@Autowired Api api) {
		this.api = api;
		this.uploads = new Uploads(api);
	}

	@Test
	void eachHasItsReasonAndNoFieldIsAFormula() {
		UUID id = this.uploads.rows("=1+1,\"\"\"q\"\", é\",-,@x,,", "ok." + this.token + ",O,K,,,").id();
		Answer answer = this.api.get("/imports/" + id + "/refused.csv").expect(200);
		assertThat(answer.header("content-type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
		assertThat(answer.header("content-disposition")).contains("attachment", "refused.csv");
		List<String> lines = answer.body().lines().toList();
		assertThat(lines).hasSize(2);
		assertThat(lines.get(0))
			.isEqualTo("\uFEFF\"login\",\"firstName\",\"lastName\",\"contactEmail\",\"role\",\"language\",\"reason\"");
		assertThat(lines.get(1)).startsWith("\"'=1+1\",\"\"\"q\"\", é\",\"'-\",\"'@x\",,,\"contactEmail must be");
	}

	@Test
	void hostileNamesComeBackAsTheyWereAndAreAcceptedAfterACorrection() {
		String[] rows = HOSTILE.stream()
			.map((name) -> "UPPER," + quoted(name) + "," + quoted(name) + ",,,")
			.toArray(String[]::new);
		// As typed; an apostrophe before a formula was given to it by us.
		List<String> names = HOSTILE.stream().map(FormulaGuard::unguarded).toList();
		UUID id = this.uploads.rows(rows).id();
		assertThat(names(id)).isEqualTo(names);
		String refused = this.api.get("/imports/" + id + "/refused.csv").expect(200).body();
		UUID again = this.uploads.file(refused).expect(201).id();
		assertThat(names(again)).isEqualTo(names);
		assertThat(this.api.get("/imports/" + again + "/refused.csv").body()).isEqualTo(refused);
		int[] number = { 0 };
		String corrected = refused.lines()
			.map((line) -> line.replace("UPPER", "p" + number[0]++ + "." + this.token))
			.reduce("", (all, line) -> all + line + "\r\n");
		UUID good = this.uploads.file(corrected).expect(201).id();
		assertThat(Uploads.counts(this.uploads.finish(good))).containsExactly(15, 0, 15, 0, 0);
		assertThat(this.api.get("/users?limit=50&search=" + this.token)
			.json()
			.get("users")
			.valueStream()
			.map((person) -> person.get("lastName").stringValue())).containsExactlyInAnyOrderElementsOf(names);
	}

	/** Behind a separator the rest of a name would be a cell, and could be a formula. */
	@ParameterizedTest
	@ValueSource(strings = { ",", ";" })
	void theyAreSeparatedAsTheirFileWasAndEachFieldStaysInOneCell(String separator) {
		String row = String.join(separator, "\"NO\"", "\"a;=cmd|' /C calc'!A0\"", "\"b,=1\"");
		UUID id = this.uploads.file("login,firstName,lastName\n".replace(",", separator) + row + "\n").expect(201).id();
		String refused = this.api.get("/imports/" + id + "/refused.csv").expect(200).body();
		assertThat(refused.lines()).first().asString().startsWith("\uFEFF\"login\"" + separator + "\"firstName\"");
		assertThat(refused.lines()).last().asString().startsWith(row + separator.repeat(4) + "\"login must");
		UUID again = this.uploads.file(refused).expect(201).id();
		assertThat(names(again)).containsExactly("a;=cmd|' /C calc'!A0");
		assertThat(this.api.get("/imports/" + again + "/refused.csv").body()).isEqualTo(refused);
	}

	@Test
	void oneThatIsTooWideStopsNoOtherAndIsRefusedUntilItIsCorrected() {
		String header = "login,firstName,lastName\n";
		Answer answer = this.uploads
			.file(header + "wide." + this.token + ",Wanda,Weit, PhD\nok." + this.token + ",O,K,\n")
			.expect(201);
		assertThat(Uploads.counts(answer.json())).containsExactly(2, 1, 0, 0, 1);
		String refused = this.api.get("/imports/" + answer.id() + "/refused.csv").expect(200).body();
		assertThat(refused.lines()).last()
			.asString()
			.startsWith("\"wide." + this.token
					+ ", Wanda, Weit, PhD\",,,,,,\"has 4 fields, and the header has 3. A field with a comma");
		Answer again = this.uploads.file(refused).expect(201);
		assertThat(Uploads.counts(again.json())).as("as it is").containsExactly(1, 0, 0, 0, 1);
	}

	/** In more than one part. */
	@Test
	void allOfThemAreThere() {
		UUID id = this.uploads.file(Uploads.HEADER + "NO,N,N,,,\n".repeat(1201)).expect(201).id();
		assertThat(this.api.get("/imports/" + id + "/refused.csv").expect(200).body().lines()).hasSize(1202);
	}

	private List<String> names(UUID id) {
		return this.uploads.rows(id).stream().map((row) -> row.get("firstName")).map(JsonNode::stringValue).toList();
	}

	private static String quoted(String field) {
		return "\"" + field.replace("\"", "\"\"") + "\"";
	}

}
