package dev.onboard.faults.outside;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Users of the mail server, what is in their inboxes, and what diverts their mail.
 * Thread-safe, but for what James does not guard either: of several who create one user
 * at the same time more than one may be told that they did.
 */
final class MailStore {

	static final String DOMAIN = "example.com";

	static final String ALIAS = "Alias";

	static final String GROUP = "Group";

	private static final long BETWEEN_LOOK_AND_WRITE_NANOS = 4_000_000;

	private final Map<String, String> passwords = new ConcurrentHashMap<>();

	private final Map<String, List<String>> inboxes = new ConcurrentHashMap<>();

	private final Set<Mapping> mappings = ConcurrentHashMap.newKeySet();

	private final Diary diary;

	MailStore(Diary diary) {
		this.diary = diary;
	}

	/**
	 * @param source what is sent there goes to {@code target}
	 */
	record Mapping(String source, String type, String target) {
	}

	/** False if there is something already. */
	boolean create(String address, String password) {
		if (hasUser(address) || !mappingsOf(address).isEmpty()) {
			return false;
		}
		LockSupport.parkNanos(BETWEEN_LOOK_AND_WRITE_NANOS);
		this.passwords.put(address, password);
		this.diary.note(Seen.Kind.MAILBOX, address, "");
		return true;
	}

	void setPassword(String address, String password) {
		this.passwords.put(address, password);
	}

	boolean opens(String address, String password) {
		return password.equals(this.passwords.get(address));
	}

	boolean hasUser(String address) {
		return this.passwords.containsKey(address);
	}

	void removeUser(String address) {
		this.passwords.remove(address);
	}

	void removeMail(String address) {
		this.inboxes.remove(address);
	}

	/** The Message-IDs in it. */
	List<String> inbox(String address) {
		return this.inboxes.getOrDefault(address, List.of());
	}

	List<String> users() {
		return this.passwords.keySet().stream().sorted().toList();
	}

	void map(Mapping mapping) {
		this.mappings.add(mapping);
	}

	void unmap(Mapping mapping) {
		this.mappings.remove(mapping);
	}

	List<Mapping> mappings() {
		return this.mappings.stream().sorted(java.util.Comparator.comparing(Mapping::toString)).toList();
	}

	List<Mapping> mappingsOf(String source) {
		return mappings().stream().filter((mapping) -> mapping.source().equals(source)).toList();
	}

	static boolean isOurs(String address) {
		return address.toLowerCase(Locale.ROOT).endsWith("@" + DOMAIN);
	}

	/** Whether a mail to it is taken. */
	boolean knows(String address) {
		return !isOurs(address) || recipients(address).findAny().isPresent();
	}

	/** Puts a mail where it belongs. */
	void deliver(String to, String messageId) {
		if (!isOurs(to)) {
			this.diary.note(Seen.Kind.OTHER_MAIL, to, messageId);
		}
		recipients(to.toLowerCase(Locale.ROOT)).forEach((address) -> {
			this.inboxes.computeIfAbsent(address, (it) -> new CopyOnWriteArrayList<>()).add(messageId);
			boolean link = messageId.startsWith("<activation.");
			this.diary.note(link ? Seen.Kind.OTHER_MAIL : Seen.Kind.WELCOME_MAIL, address, messageId);
		});
	}

	private Stream<String> recipients(String address) {
		List<Mapping> diversions = mappingsOf(address);
		return diversions.isEmpty() ? Stream.of(address).filter(this::hasUser)
				: diversions.stream().map(Mapping::target).filter(this::hasUser);
	}

}
