package dev.onboard.task.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.TaskServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What no import is made of; nothing of it is kept. */
@TaskServiceTest
class UnreadableFilesIntegrationTests {

	private static final String HEADER = "login,firstName,lastName\n";

	private final Api api;

	private final Uploads uploads;

	private final JdbcClient jdbc;

	private int before;

	UnreadableFilesIntegrationTests(@Autowired Api api, @Autowired JdbcClient jdbc) {
		this.api = api;
		this.uploads = new Uploads(api);
		this.jdbc = jdbc;
	}

	@BeforeEach
	void count() {
		this.before = rows();
	}

	@AfterEach
	void nothingIsKept() {
		assertThat(rows()).isEqualTo(this.before);
	}

	private int rows() {
		return this.jdbc.sql("select (select count(*) from import) + (select count(*) from import_row)")
			.query(Integer.class)
			.single();
	}

	@ParameterizedTest
	@MethodSource
	void saysWhatIsWrongAndWhere(String csv, String detail) {
		assertThat(refused(csv.getBytes(StandardCharsets.UTF_8))).contains(detail);
	}

	static List<Arguments> saysWhatIsWrongAndWhere() {
		String good = "a,A,A\n";
		return List.of(arguments("", "The file is empty"), arguments("\uFEFF", "The file is empty"),
				arguments("\n\r\n", "The file is empty"), arguments(HEADER, "has a header and no rows"),
				arguments(HEADER + "\n,,\n", "has a header and no rows"),
				arguments(good, "Line 1 has the column \"a\", which is not known. The columns are [login, firstName"),
				arguments("login,firstName,lastName,salary\n" + good, "Line 1 has the column \"salary\""),
				arguments("login,,firstName,lastName\n" + good, "Line 1 has the column \"\""),
				arguments("login,firstName,lastName,Login\n" + good, "Line 1 has the column login twice"),
				arguments("login,firstName\n" + good,
						"Line 1 must name the columns, and the column lastName is missing"),
				arguments("login\tfirstName\tlastName\n", "Line 1 has the column \"login\tfirstName\tlastName\""),
				arguments(HEADER + good + "b,B\0,B\n", "Line 3 has a NUL byte"),
				arguments(HEADER + "\"a\nb\",A,A\n" + "b," + "B".repeat(501) + ",B\n",
						"Line 4 has more than 400 characters as firstName. Perhaps a double quote is not closed."),
				arguments(HEADER + good + "b,\"B,B\nc,C,C\n" + "d,D,D\n".repeat(5), "line 3"),
				arguments(HEADER + good + "b,\"B,B\n" + "d,D,D\n".repeat(5000), "line 3"),
				arguments(HEADER + good + "b,\"B\"B,B\n", "line 3"),
				arguments(HEADER + good + "b,\"B,B\nc,C,\"C\"\n", "line 3"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "windows-1251", "UTF-16", "UTF-16LE", "UTF-32BE" })
	void saysInWhichLineAFileIsNoUtf8(String charset) {
		String csv = HEADER + "a,A,A\n" + "b,Алиса,B\n";
		String line = charset.startsWith("UTF") ? "Line 1" : "Line 3";
		assertThat(refused(csv.getBytes(Charset.forName(charset)))).startsWith(line + " ").contains("UTF-8");
	}

	/** However far into the file it is. */
	@ParameterizedTest
	@ValueSource(ints = { 8190, 8191, 8192, 8193, 100_000 })
	void findsABrokenCharacterAnywhere(int length) {
		String rows = "a,A,A\n".repeat(length / 6);
		byte[] csv = (HEADER + rows + "b,B,@").getBytes(StandardCharsets.ISO_8859_1);
		csv[csv.length - 1] = (byte) 0xC3;
		assertThat(refused(csv)).startsWith("Line " + (2 + length / 6) + " is not valid UTF-8");
	}

	@Test
	void saysHowLargeAFileMayBe() {
		Answer answer = this.uploads.file((HEADER + "x".repeat(20 * 1024 * 1024)));
		assertThat(answer.problem(413).get("detail").stringValue()).startsWith("The file is larger than 10240 kB");
		Answer form = this.api.send("POST", "/imports", form("x".repeat(12 * 1024 * 1024)), "Content-Type",
				"multipart/form-data; boundary=x");
		assertThat(form.problem(413).get("detail").stringValue()).startsWith("The file is larger than 10240 kB");
	}

	@Test
	void saysHowManyRowsAFileMayHave() {
		Answer answer = this.uploads.file(HEADER + "a,A,A\n".repeat(20_001));
		assertThat(answer.problem(413).get("detail").stringValue()).startsWith("The file has more than 20000 rows");
	}

	@Test
	void saysHowAFileIsSent() {
		assertThat(this.api.sendJson("POST", "/imports", "{}").problem(415).get("detail").stringValue())
			.contains("text/csv", "multipart/form-data");
		assertThat(this.api.post("/imports", "text/csv;charset=latin1", new byte[0])
			.problem(400)
			.get("detail")
			.stringValue()).contains("UTF-8");
		for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=y")) {
			this.api.post("/imports", type, form(HEADER).getBytes(StandardCharsets.UTF_8)).problem(400);
		}
		String other = form(HEADER).replace("\"file\"", "\"people\"");
		assertThat(this.api.send("POST", "/imports", other, "Content-Type", "multipart/form-data; boundary=x")
			.problem(400)
			.get("detail")
			.stringValue()).contains("-F file=@");
	}

	@Test
	void knowsNoOtherImports() {
		UUID id = UUID.randomUUID();
		for (String path : List.of("", "/rows", "/refused.csv")) {
			assertThat(this.api.get("/imports/" + id + path).problem(404).get("detail").stringValue())
				.contains("GET /imports");
		}
		this.uploads.start(id).problem(404);
		this.api.send("POST", "/imports/" + id + "/cancel", "").problem(404);
		this.api.get("/imports/x").problem(400);
		this.api.get("/imports?limit=0").problem(400);
		this.api.get("/imports?after=x").problem(400);
		this.api.get("/imports/" + id + "/rows?state=x").problem(400);
		this.api.get("/imports/" + id + "/rows?limit=201").problem(400);
	}

	private String refused(byte[] csv) {
		return this.uploads.file(csv).problem(400).get("detail").stringValue();
	}

	private static String form(String csv) {
		return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + csv
				+ "\r\n--x--\r\n";
	}

}
