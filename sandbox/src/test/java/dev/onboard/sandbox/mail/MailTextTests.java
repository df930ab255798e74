package dev.onboard.sandbox.mail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import javax.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailTextTests {

	private static final String ALTERNATIVE = """
			MIME-Version: 1.0
			Content-Type: multipart/alternative; boundary=b

			--b
			Content-Type: text/html; charset=UTF-8

			<p>Hello</p>
			--b
			Content-Type: text/plain; charset=UTF-8
			Content-Transfer-Encoding: %s

			%s
			--b--
			""";

	@Test
	void readsThePlainTextOfAQuotedPrintableAlternative() throws Exception {
		assertThat(textOf(ALTERNATIVE.formatted("quoted-printable",
				"=D0=9F=D1=80=D0=B8=D0=B2=D0=B5=D1=82 http://localhost:8081/activate/abc=\ndef?a=3D1\nBye")))
			.isEqualTo("Привет http://localhost:8081/activate/abcdef?a=1\nBye");
	}

	@Test
	void readsThePlainTextOfABase64Alternative() throws Exception {
		assertThat(textOf(ALTERNATIVE.formatted("base64", "0J/RgNC40LLQtdGCLCDnjovlsI/mmI4=")))
			.isEqualTo("Привет, 王小明");
	}

	@Test
	void readsTheAlternativeInsideAMixedMail() throws Exception {
		assertThat(textOf("""
				MIME-Version: 1.0
				Content-Type: multipart/mixed; boundary=outer

				--outer
				Content-Type: text/plain
				Content-Disposition: attachment; filename=notes.txt

				a file
				--outer
				Content-Type: multipart/alternative; boundary=inner

				--inner
				Content-Type: text/plain; charset=ISO-8859-1
				Content-Transfer-Encoding: quoted-printable

				Gr=FC=DFe
				--inner
				Content-Type: text/html

				<p>Hello</p>
				--inner--
				--outer--
				""")).isEqualTo("Grüße");
	}

	@Test
	void readsAnotherTextWhereNoneIsPlain() throws Exception {
		assertThat(textOf("Content-Type: text/html; charset=UTF-8\n\n<p>Только</p>")).isEqualTo("<p>Только</p>");
	}

	@Test
	void readsNothingWhereThereIsNoText() throws Exception {
		assertThat(textOf("Content-Type: application/octet-stream\n\nx")).isEmpty();
	}

	@Test
	void cutsOffAVeryLongText() throws Exception {
		assertThat(textOf("Content-Type: text/plain\n\n" + "x".repeat(70_000))).hasSize(65_537).endsWith("x…");
	}

	private static String textOf(String mail) throws Exception {
		byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
		return MailText.of(new MimeMessage(null, new ByteArrayInputStream(bytes)));
	}

}
