package dev.onboard.task.naming;

import java.util.Random;

import dev.onboard.task.NewPerson;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LatinTests {

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|', textBlock = """
			Alice          | Ivanova       | alice        | ivanova
			Юлия           | Щукина        | yuliya       | shchukina
			Татьяна        | Соловьёва     | tatyana      | solovyeva
			Сергей         | Подъячев      | sergey       | podyachev
			Юлія           | Їжакевич      | yuliya       | yizhakevych
			Григорій       | Шевчук        | hryhoriy     | shevchuk
			Григорий       | Шевчук        | grigoriy     | shevchuk
			Янка           | Быкаў         | yanka        | bykaw
			Ђорђе          | Његош         | dorde        | njegos
			小明            | 李            | xiaoming     | li
			乐             | 曾            | le           | zeng
			娜             | 欧阳          | na           | ouyang
			亚历山大         | 吕            | yalishanda   | lu
			철수            | 김            | cheolsu      | gim
			ひろし          | タナカ        | hiroshi      | tanaka
			Γεώργιος       | Παπαδόπουλος  | georgios     | papadopoulos
			Χρήστος        | Μπάμπης       | christos     | bampis
			محمد           | علي           | mhmd         | ly
			გიორგი         | ჭავჭავაძე     | giorgi       | chavchavadze
			Jörg           | Strauß        | joerg        | strauss
			ÄNNE           | Müller        | aenne        | mueller
			Łukasz         | Żółć          | lukasz       | zolc
			Søren          | Ñúñez         | soren        | nunez
			İbrahim        | Işık          | ibrahim      | isik
			Conan          | O'Brien       | conan        | obrien
			Beverly        | D’Angelo      | beverly      | dangelo
			Anna-Maria     | von  der Leyen| anna-maria   | von-der-leyen
			Jean‑Luc       | Smith – Jones | jean-luc     | smith-jones
			Ａｌｉｃｅ      | Bo3           | alice        | bo3
			😀             | Li😀          | ''           | li
			''             | ' '           | ''           | ''
			-              | ...           | ''           | ''
			""")
	void writesNamesInLatinLetters(String firstName, String lastName, String first, String last) {
		Latin latin = new Latin(firstName, lastName);
		assertThat(latin.firstName(firstName)).isEqualTo(first);
		assertThat(latin.lastName(lastName)).isEqualTo(last);
	}

	@Test
	void marksThatNobodySeesAreNotWritten() {
		assertThat(new Latin("", "").firstName("\u200f\u202eAlice\u2069\u0301 \u0000\uFEFF")).isEqualTo("alice");
		assertThat(new Latin("", "").firstName("Jo\u0308rg")).as("decomposed").isEqualTo("joerg");
	}

	@Test
	void readsTheBeginningOfWhatIsFarTooLong() {
		assertThat(new Latin("", "").firstName("😀".repeat(99) + "ab".repeat(100_000))).isEqualTo("a");
	}

	@RepeatedTest(200)
	void whateverTheNameTheLoginIsAllowed() {
		Random random = new Random();
		String first = random.ints(random.nextInt(30), 0, 0x30000)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		String last = random.ints(random.nextInt(30), ' ', '~')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		Latin latin = new Latin(first, last);
		for (String rule : new String[] { "firstname.lastname", "f.lastname", "lastname-f", "fl" }) {
			assertThat(new NamingSettings(rule).login(latin.firstName(first), latin.lastName(last)))
				.matches("(" + NewPerson.LOGIN + ")?");
		}
	}

}
