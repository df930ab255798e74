package dev.onboard.web.redmine;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/** The stub does what the contract says; so what is tested against it is tested well. */
class StubRedmineContractTests {

	private static final StubRedmine STUB = new StubRedmine();

	@AfterAll
	static void stop() {
		STUB.close();
	}

	@Nested
	class Accounts extends AccountContract {

		@Override
		Administrator administrator() {
			return new Administrator(STUB.url(), StubRedmine.KEY);
		}

	}

	@Nested
	class Roles extends RoleContract {

		@Override
		Administrator administrator() {
			return new Administrator(STUB.url(), StubRedmine.KEY);
		}

	}

}
