package dev.onboard.mail.james;

import java.util.List;
import java.util.Set;

import org.springframework.http.HttpMethod;

/**
 * Removes what James keeps of an earlier owner of an address, who is nobody any more. The
 * user goes last but for the mailboxes: until then a repeat finds that it is not done.
 */
final class Purge {

	private static final Set<Integer> GONE = Set.of(204);

	/** Parts of James that not each edition has answer 404. */
	private static final Set<Integer> GONE_OR_UNKNOWN = Set.of(200, 204, 404);

	private final WebAdmin james;

	private final String address;

	Purge(WebAdmin james, String address) {
		this.james = james;
		this.address = address;
	}

	void remove(Address found) {
		this.james.groups().forEach((group) -> delete(GONE, "/address/groups/{group}/{member}", group, this.address));
		found.aliases().forEach((alias) -> removeAlias(this.address, alias));
		removeDiversions(found.diversions());
		delete(GONE, "/users/{address}", this.address);
		delete(GONE, "/users/{address}/mailboxes?force", this.address);
	}

	void removeDiversions(List<Mapping> diversions) {
		for (Mapping diversion : diversions) {
			if (diversion.is(Mapping.ALIAS)) {
				removeAlias(diversion.target(), this.address);
			}
			else {
				delete(GONE, "/address/forwards/{address}/targets/{target}", this.address, diversion.target());
			}
		}
	}

	private void removeAlias(String address, String alias) {
		delete(GONE, "/address/aliases/{address}/sources/{alias}", address, alias);
	}

	/**
	 * What outlives even the user, and can be removed only once there is one again: who
	 * else may open the mailbox, the automatic reply, the quota.
	 */
	void forget() {
		delete(GONE_OR_UNKNOWN, "/users/{address}/authorizedUsers", this.address);
		delete(GONE_OR_UNKNOWN, "/vacation/{address}", this.address);
		delete(GONE_OR_UNKNOWN, "/quota/users/{address}/size", this.address);
		delete(GONE_OR_UNKNOWN, "/quota/users/{address}/count", this.address);
	}

	private void delete(Set<Integer> expected, String path, Object... variables) {
		this.james.ask(expected, HttpMethod.DELETE, null, path, variables);
	}

}
