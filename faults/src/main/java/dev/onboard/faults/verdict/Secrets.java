package dev.onboard.faults.verdict;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Looks for what nobody may read: passwords, keys and tokens, and the initial passwords
 * of mailboxes, which are known as soon as their owners are. Thread-safe.
 */
public final class Secrets {

	/** What an initial password is made of, as much of it as there is. */
	private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]++");

	private static final int PASSWORD_LENGTH = 43;

	private static final int SHOWN = 4;

	private final List<String> known;

	private final String mailKey;

	/** Where each was found. */
	private final Map<String, String> found = new ConcurrentHashMap<>();

	private final Map<String, String> codes = new ConcurrentHashMap<>();

	/**
	 * @param known secrets that are always the same
	 * @param mailKey of which the initial passwords are made
	 */
	public Secrets(List<String> known, String mailKey) {
		this.known = known;
		this.mailKey = mailKey;
	}

	/**
	 * Looks through a text.
	 * @param where it was read, in words
	 */
	public void read(String where, String text) {
		this.known.stream().filter(text::contains).forEach((secret) -> this.found.putIfAbsent(secret, where));
		Matcher word = WORD.matcher(text);
		while (word.find()) {
			if (word.end() - word.start() == PASSWORD_LENGTH) {
				this.codes.putIfAbsent(word.group(), where);
			}
		}
	}

	/**
	 * What was found so far and belongs to nobody or to one of these, in words that do
	 * not tell it.
	 */
	public Collection<String> found(Collection<UUID> people) {
		TreeSet<String> words = new TreeSet<>();
		this.found.forEach((secret, where) -> words.add("a secret is in " + where + ": " + masked(secret)));
		people.forEach((person) -> {
			String where = this.codes.get(initialPassword(person));
			if (where != null) {
				words.add("the initial password of " + person + " is in " + where);
			}
		});
		return words;
	}

	private static String masked(String secret) {
		return secret.substring(0, Math.min(SHOWN, secret.length())) + "…";
	}

	/** As the mail-service makes it. */
	public String initialPassword(UUID person) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.mailKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			byte[] code = mac.doFinal((person + "/mailbox/1").getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
