package dev.onboard.mail.james;

import java.util.List;
import java.util.Set;

import org.springframework.http.HttpMethod;

/** Adds aliases to one address. */
final class Aliases {

	private static final String SOURCE = "/address/aliases/{address}/sources/{alias}";

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
		if (this.james.hasUser(alias)) {
			return "it is somebody's mailbox";
		}
		List<Mapping> before = this.james.mappings(alias);
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
		// Two people of one name may have come at the same time.
		if (this.james.mappings(alias).equals(own)) {
			return "";
		}
		this.james.ask(Set.of(204), HttpMethod.DELETE, null, SOURCE, this.address, alias);
		return "it is taken";
	}

}
