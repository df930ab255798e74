package dev.onboard.mail.james;

import java.util.List;
import java.util.Set;

import org.springframework.http.HttpMethod;

/** Adds aliases to one address. */
final class Aliases {

	private static final String SOURCE = "/address/aliases/{address}/sources/{alias}";

	private static final String SOMEBODYS = "it is somebody's mailbox";

	private final WebAdmin james;

	private final String address;

	Aliases(WebAdmin james, String address) {
		this.james = james;
		this.address = address;
	}

	/**
	 * Adds one if nobody has it.
	 * @return why it was not added, empty if it is there
	 */
	String add(String alias) {
		List<Mapping> own = List.of(new Mapping(Mapping.ALIAS, this.address));
		if (alias.equals(this.address)) {
			return "it is the address itself";
		}
		boolean somebodys = this.james.hasUser(alias);
		List<Mapping> before = this.james.mappings(alias);
		if (somebodys) {
			return before.equals(own) ? withdraw(alias) : SOMEBODYS;
		}
		if (before.equals(own)) {
			return "";
		}
		if (!before.isEmpty()) {
			return "it is taken";
		}
		int status = this.james.ask(Set.of(204, 400, 409), HttpMethod.PUT, null, SOURCE, this.address, alias);
		if (status != 204) {
			return "the mail server refuses it with " + status;
		}
		// Somebody may have come at the same time; from now on James refuses a new user.
		if (!this.james.mappings(alias).equals(own)) {
			withdraw(alias);
			return "it is taken";
		}
		return this.james.hasUser(alias) ? withdraw(alias) : "";
	}

	/** Their mail would come to us. */
	private String withdraw(String alias) {
		this.james.ask(Set.of(204), HttpMethod.DELETE, null, SOURCE, this.address, alias);
		return SOMEBODYS;
	}

}
