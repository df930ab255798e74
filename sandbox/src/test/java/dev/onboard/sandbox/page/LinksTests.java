package dev.onboard.sandbox.page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinksTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "Open http://localhost:8081/activate/aB-3_x.|http://localhost:8081/activate/aB-3_x",
					"(https://example.com/a)|https://example.com/a", "<https://example.com/a>|https://example.com/a",
					"https://пример.рф/страница, да|https://пример.рф/страница",
					"https://example.com/#a?|https://example.com/#a", "«HTTPS://EXAMPLE.COM»|HTTPS://EXAMPLE.COM" })
	void findsWhereAnAddressEnds(String text, String address) {
		assertThat(Links.html(text)).contains("<a rel=\"noreferrer\" href=\"%s\">%s</a>".formatted(address, address));
	}

	@Test
	void keepsWhatIsRoundLinks() {
		assertThat(Links.html("a\nhttp://x/1 & http://x/2?a=1&b=2\nz")).isEqualTo(
				"""
						a
						<a rel="noreferrer" href="http://x/1">http://x/1</a> &amp; <a rel="noreferrer" href="http://x/2?a=1&amp;b=2">http://x/2?a=1&amp;b=2</a>
						z""");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "javascript:alert(1)|javascript:alert(1)", "https://|https://", "xhttp://x|xhttp://x",
					"<a href=x>|&lt;a href=x&gt;", "data:text/html,x|data:text/html,x" })
	void linksNothingElse(String text, String html) {
		assertThat(Links.html(text)).isEqualTo(html);
	}

	@Test
	void letsNoAddressBreakOutOfItsAttribute() {
		assertThat(Links.html("http://x/\" onclick=\"y' <script>")).isEqualTo(
				"<a rel=\"noreferrer\" href=\"http://x/\">http://x/</a>&quot; onclick=&quot;y&#39; &lt;script&gt;");
	}

}
