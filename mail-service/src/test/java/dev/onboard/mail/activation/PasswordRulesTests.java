package dev.onboard.mail.activation;

import java.util.UUID;

import dev.onboard.events.Person;
import dev.onboard.mail.activation.PasswordRules.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTests {

	private static final Person ALICE = new Person(UUID.randomUUID(), "alice.li-1990", "alice.li-1990@example.com",
			"Алиса Мария", "Li", null, null, null);

	private final PasswordRules rules = new PasswordRules();

	@ParameterizedTest
	@ValueSource(strings = { "correct horse battery staple", "мой кот спит на окне", "kX9#vQ2!mL5z", "青い空と白い雲と赤い花が好き",
			"🎉🚀🌍🐱🐶🦊🌻🍎🚲📚🎻🏔", "my Password for the trip to Rome", "living in the outskirts" })
	void takesWhatIsHardToGuess(String password) {
		assertThat(this.rules.flaw(password, ALICE)).isEmpty();
	}

	@Test
	void takes12To128CharactersHoweverManyBytesTheyHave() {
		assertThat(this.rules.flaw("kX9#vQ2!mL5", ALICE)).contains(Flaw.SHORT);
		assertThat(this.rules.flaw("🎉🚀🌍🐱🐶🦊🌻🍎🚲📚🎻", ALICE)).contains(Flaw.SHORT);
		String longest = "kX9#vQ2!mL5z🎉".repeat(9) + "wpRt7&uJ4?h";
		assertThat(longest.codePointCount(0, longest.length())).isEqualTo(128);
		assertThat(this.rules.flaw(longest, ALICE)).isEmpty();
		assertThat(this.rules.flaw(longest + "x", ALICE)).contains(Flaw.LONG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "kX9#alice#vQ2!mL5z", "kX9#ALICE.LI-1990z", "vQ2!1990!mL5zkX9", "kX9#АЛИСА#vQ2!mL5z",
			"мария и синее море", "kX9#example#vQ2!mL5z" })
	void takesNoPartOfNameLoginOrAddress(String password) {
		assertThat(this.rules.flaw(password, ALICE)).contains(Flaw.NAMED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "aaaaaaaaaaaa", "abcabcabcabc", "123456789012", "098765432109", "qwertyuiop[]",
			"йцукенгшщзхъ", "abcdefghijkl", "passwordpassword", "Password1234", "P@ssw0rd2026!", "Qwerty123456!",
			"welcome2026!", "Пароль123456", "приветпривет", "letmeinletmein", "ghbdtnghbdtn", "Summer2026!!",
			"1qaz2wsx3edc", "xK9!xK9!xK9!xK9!", "            ", "!!!!!!!!!!!!1", "adminadmin123" })
	void takesNothingThatIsTriedFirst(String password) {
		assertThat(this.rules.flaw(password, ALICE)).contains(Flaw.WEAK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "kX9#vQ2!\nmL5z", "kX9#vQ2!\u0000mL5z", "kX9#vQ2!\u007fmL5z" })
	void takesNoControlCharacters(String password) {
		assertThat(this.rules.flaw(password, ALICE)).contains(Flaw.UNTYPEABLE);
	}

	@Test
	void whatLooksTheSameIsTheSame() {
		assertThat(PasswordRules.normal("cafe\u0301")).isEqualTo("caf\u00e9");
	}

}
