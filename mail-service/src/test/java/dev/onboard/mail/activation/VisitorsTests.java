package dev.onboard.mail.activation;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VisitorsTests {

	@Test
	void areToldHowLongToWaitWhenTheyComeTooOften() {
		Visitors visitors = visitors(2, 1);
		assertThat(visitors.admit("192.0.2.1", false)).isEmpty();
		assertThat(visitors.admit("192.0.2.1", false)).isEmpty();
		assertThat(visitors.admit("192.0.2.1", false))
			.hasValueSatisfying((wait) -> assertThat(wait).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30)));
		assertThat(visitors.admit("192.0.2.1", true)).isEmpty();
		assertThat(visitors.admit("192.0.2.1", true)).isPresent();
		assertThat(visitors.admit("192.0.2.2", true)).isEmpty();
	}

	@Test
	void cannotShutOthersOutHoweverManyTheyAre() {
		Visitors visitors = new Visitors(Settings.DEFAULT);
		for (int i = 0; i < 3000; i++) {
			visitors.admit("10.0." + i / 256 + "." + i % 256, false);
			visitors.admit("10.0." + i / 256 + "." + i % 256, true);
		}
		assertThat(visitors.admit("192.0.2.1", false)).isEmpty();
		assertThat(visitors.admit("192.0.2.1", true)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2001:db8:1:2::1,2001:db8:1:2:ffff::9", "2001:DB8::1,2001:db8:0:0::2" })
	void countAsOneWhereTheAddressIsOneCustomers(String one, String other) {
		Visitors visitors = visitors(1, 1);
		assertThat(visitors.admit(one, false)).isEmpty();
		assertThat(visitors.admit(other, false)).isPresent();
	}

	@ParameterizedTest
	@CsvSource({ "2001:db8:1:2::1,2001:db8:1:3::1", "192.0.2.1,192.0.2.2", "unknown,somebody", "::::,:::" })
	void countAloneWhereTheyAreNot(String one, String other) {
		Visitors visitors = visitors(1, 1);
		assertThat(visitors.admit(one, false)).isEmpty();
		assertThat(visitors.admit(other, false)).isEmpty();
	}

	@Test
	void areForgottenWhenThereAreTooMany() {
		Visitors visitors = visitors(1, 1);
		for (int i = 0; i < Visitors.REMEMBERED + 500; i++) {
			visitors.admit("10.0." + i / 256 + "." + i % 256, false);
		}
		assertThat(visitors.known()).isEqualTo(Visitors.REMEMBERED);
		assertThat(visitors.admit("10.0.0.0", false)).isEmpty();
		assertThat(visitors.admit("10.0.4.0", false)).isPresent();
	}

	private static Visitors visitors(int gets, int posts) {
		return new Visitors(Settings.with(new ActivationSettings.PerMinute(gets, posts)));
	}

}
