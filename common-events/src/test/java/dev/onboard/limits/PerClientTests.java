package dev.onboard.limits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PerClientTests {

	private final PerClient<Object> objects = new PerClient<>(Object::new);

	@Test
	void isTheSameEachTime() {
		assertThat(this.objects.of("192.0.2.1")).isSameAs(this.objects.of("192.0.2.1"));
	}

	@ParameterizedTest
	@CsvSource({ "2001:db8:1:2::1,2001:db8:1:2:ffff::9", "2001:DB8::1,2001:db8:0:0::2" })
	void isOneWhereTheAddressIsOneCustomers(String one, String other) {
		assertThat(this.objects.of(one)).isSameAs(this.objects.of(other));
	}

	@ParameterizedTest
	@CsvSource({ "2001:db8:1:2::1,2001:db8:1:3::1", "192.0.2.1,192.0.2.2", "unknown,somebody", "::::,:::" })
	void isAnotherWhereItIsNot(String one, String other) {
		assertThat(this.objects.of(one)).isNotSameAs(this.objects.of(other));
	}

	@Test
	void isForgottenWhenThereAreTooManyUnlessItIsUsed() {
		Object first = this.objects.of("first");
		Object second = this.objects.of("second");
		for (int i = 1; i < PerClient.REMEMBERED; i++) {
			this.objects.of("10.0." + i / 256 + "." + i % 256);
			assertThat(this.objects.of("first")).isSameAs(first);
		}
		assertThat(this.objects.of("second")).isNotSameAs(second);
	}

}
