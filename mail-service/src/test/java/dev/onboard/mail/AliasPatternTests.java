package dev.onboard.mail;

import java.util.UUID;

import dev.onboard.events.Person;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AliasPatternTests {

	@ParameterizedTest
	@CsvSource({ "{first}.{last},Alice,Ivanova,alice.ivanova@example.com",
			"{first}.{last},Алиса,Щукина-Ёлкина,alisa.shchukina-elkina@example.com",
			"{last},Юрий,Подъячев,podieiachev@example.com", "{last},Olga,Семь,sem@example.com",
			"{first}.{last},José,Núñez,jose.nunez@example.com", "{first}.{last},Łukasz,Größe,lukasz.grosse@example.com",
			"{first}.{last},Siobhán,O'Neill,siobhan.oneill@example.com",
			"{first}.{last},Anna Maria,de la Cruz,anna-maria.de-la-cruz@example.com",
			"{first}.{last},' Alice ',Ivanova,alice.ivanova@example.com", "{login}.dev,Alice,王,alice7.dev@example.com",
			"{First},Alice,Ivanova,alice@example.com", "{login}@other.example,Alice,Ivanova,alice7@other.example",
			"Sales-{login},Alice,Ivanova,sales-alice7@example.com" })
	void areWrittenInAscii(String pattern, String firstName, String lastName, String alias) {
		assertThat(new AliasPattern(pattern).of(person(firstName, lastName))).contains(alias);
	}

	@ParameterizedTest
	@CsvSource({ "{first}.{last},Alice,王", "{first}.{last},أليس,Ivanova", "{first}.{last},Alice,🎉", "{first},'  ',x",
			"{first}.{last},.,x", "{last},x,'a@example.com, b'", "{last},x,ⅷ\u200d٣" })
	void areLeftOutWhereTheNameIsNoAddress(String pattern, String firstName, String lastName) {
		assertThat(new AliasPattern(pattern).of(person(firstName, lastName)))
			.satisfies((alias) -> assertThat(alias.orElse("")).matches("|aexamplecom-b@example.com"));
	}

	@ParameterizedTest
	@CsvSource({ "63,true", "65,false" })
	void areNotLongerThanAnAddressMayBe(int length, boolean valid) {
		assertThat(new AliasPattern("{last}").of(person("Alice", "a".repeat(length))).isPresent()).isEqualTo(valid);
	}

	private static Person person(String firstName, String lastName) {
		return new Person(UUID.randomUUID(), "alice7", "alice7@example.com", firstName, lastName, null, null, null);
	}

}
