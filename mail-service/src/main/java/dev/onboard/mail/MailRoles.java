package dev.onboard.mail;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What people get besides their mailbox, by role: the part {@code mail} of
 * {@code roles.yml}.
 */
@Validated
@ConfigurationProperties("onboard")
public record MailRoles(@DefaultValue Map<String, @Valid Role> roles) {

	/**
	 * One role.
	 *
	 * @param mail ours
	 * @param redmine the web-service's; here it only tells that there is such a role
	 */
	public record Role(@DefaultValue @Valid Extras mail, @DefaultValue Map<String, Object> redmine) {
	}

	/**
	 * What comes with a role.
	 *
	 * @param aliases patterns with {@code {first}}, {@code {last}} and {@code {login}};
	 * without a domain they get the person's
	 * @param groups addresses of groups that the person becomes a member of
	 * @param quota how much the mailbox may hold; null for what the mail server gives
	 */
	public record Extras(@DefaultValue List<String> aliases, @DefaultValue List<String> groups,
			@Nullable DataSize quota) {

		private static final Pattern ALIAS = Pattern
			.compile("([A-Za-z0-9._-]|\\{(first|last|login)})+(@[A-Za-z0-9.-]+)?");

		private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");

		@AssertTrue(message = "aliases in roles.yml must be such as {first}.{last} or {login}@example.com")
		public boolean isEachAliasAPattern() {
			return this.aliases.stream().allMatch((alias) -> ALIAS.matcher(alias).matches());
		}

		@AssertTrue(message = "groups in roles.yml must be addresses such as developers@example.com")
		public boolean isEachGroupAnAddress() {
			return this.groups.stream().allMatch((group) -> GROUP.matcher(group).matches());
		}

		@AssertTrue(message = "quota in roles.yml must be a size such as 5GB")
		public boolean isQuotaASize() {
			return this.quota == null || this.quota.toBytes() > 0;
		}

	}

}
