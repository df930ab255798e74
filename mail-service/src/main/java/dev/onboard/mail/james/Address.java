package dev.onboard.mail.james;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What James keeps under an address. As seen on 3.8.1: the mailboxes of a deleted user
 * stay, and whoever gets the address next finds the old mail in them; aliases of it stay
 * too. An alias, group or forward of the very same address takes the mail away from the
 * mailbox; James refuses a new user there, but not the alias or group of an existing
 * user. {@code /mappings/user/{address}} has all of these of one address, and like the
 * other two questions its answer does not grow with the number of users.
 *
 * @param user whether there is a user; false where nobody has asked
 * @param mail whether there are mailboxes, with or without a user
 * @param aliases of this address
 * @param diversions where mail to the address goes instead
 */
record Address(String address, boolean user, boolean mail, List<String> aliases, List<Mapping> diversions) {

	private static final Set<String> REMOVABLE = Set.of(Mapping.ALIAS, Mapping.FORWARD);

	static Address ask(WebAdmin james, String address) {
		List<Mapping> diversions = james.mappings(address);
		return new Address(address, false, james.keepsMail(address), james.aliases(address), diversions);
	}

	Address withUser(boolean user) {
		return new Address(this.address, user, this.mail, this.aliases, this.diversions);
	}

	boolean isFree() {
		return !this.user && !this.mail && this.aliases.isEmpty() && this.diversions.isEmpty();
	}

	boolean isDiverted() {
		return !this.diversions.isEmpty();
	}

	/** Whether it could be somebody's who comes back. */
	boolean canBeAdopted() {
		return canBePurged() && (this.user || this.mail || !this.aliases.isEmpty());
	}

	boolean canBePurged() {
		return this.diversions.stream().allMatch((it) -> REMOVABLE.contains(it.type()));
	}

	/** In words, why nobody gets it just like that. */
	String description() {
		return description("it exists already and is not ours");
	}

	/**
	 * @param mailbox what is said of one that is there
	 */
	String description(String mailbox) {
		List<String> found = new ArrayList<>();
		if (this.user) {
			found.add(mailbox);
		}
		else if (this.mail) {
			found.add("the mail of an earlier owner is kept there");
		}
		if (!this.aliases.isEmpty()) {
			found.add("it has the aliases " + String.join(", ", this.aliases));
		}
		this.diversions.stream()
			.collect(Collectors.groupingBy(Mapping::type, TreeMap::new,
					Collectors.mapping(Mapping::target, Collectors.toList())))
			.forEach((type, targets) -> found.add(diversion(type, targets)));
		return this.address + " is taken: " + String.join("; ", found);
	}

	private static String diversion(String type, List<String> targets) {
		return switch (type) {
			case Mapping.ALIAS -> "it is an alias of " + String.join(", ", targets);
			case Mapping.FORWARD -> "its mail is forwarded to " + String.join(", ", targets);
			case Mapping.GROUP -> "it is a group of " + targets.size();
			default -> "its mail is rewritten (" + type + ")";
		};
	}

}
