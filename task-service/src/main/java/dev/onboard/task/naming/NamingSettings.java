package dev.onboard.task.naming;

import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How logins are made of names.
 *
 * @param rule {@code firstname}, {@code lastname} and their first letters {@code f} and
 * {@code l}, one behind the other or with {@code .}, {@code _} or {@code -} between them;
 * default {@code firstname.lastname}
 */
@Validated
@ConfigurationProperties("onboard.naming")
record NamingSettings(@DefaultValue("firstname.lastname") @jakarta.validation.constraints.Pattern(
		regexp = NamingSettings.RULE,
		message = "NAMING_RULE must be made of firstname, lastname, f and l, such as firstname.lastname, f.lastname or lastnamef") String rule) {

	private static final String WORD = "(?:firstname|lastname|f|l)";

	static final String RULE = WORD + "+(?:[._-]" + WORD + "+)*";

	private static final Pattern WORDS = Pattern.compile(WORD);

	/**
	 * The login by this rule, of names in {@code a-z}, {@code 0-9} and {@code -}; a name
	 * that is empty is left out. Empty where nothing is left that a login can begin with.
	 */
	String login(String firstName, String lastName) {
		Map<String, String> words = Map.of("firstname", firstName, "lastname", lastName, "f", initial(firstName), "l",
				initial(lastName));
		return WORDS.matcher(this.rule)
			.replaceAll((word) -> words.getOrDefault(word.group(), ""))
			.replaceAll("([._-])[._-]+", "$1")
			.replaceAll("^[^a-z]+|[._-]+$", "");
	}

	private static String initial(String name) {
		return name.substring(0, Math.min(1, name.length()));
	}

}
