package dev.onboard.task.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a token may do; each role may also what those before it may. */
public enum TokenRole {

	/** Reads everything. */
	VIEWER,
	/** Adds and changes people, repairs steps, hands mailboxes over, resumes targets. */
	OPERATOR,
	/** Erases people, and has tokens made and revoked. */
	ADMIN;

	/** As in JSON: {@code viewer}, {@code operator}, {@code admin}. */
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Optional<TokenRole> named(String wireName) {
		return Stream.of(values()).filter((role) -> role.wireName().equals(wireName)).findFirst();
	}

	List<GrantedAuthority> authorities() {
		return Stream.of(values())
			.filter((role) -> role.compareTo(this) <= 0)
			.<GrantedAuthority>map((role) -> new SimpleGrantedAuthority("ROLE_" + role.name()))
			.toList();
	}

}
