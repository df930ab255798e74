package dev.onboard.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Who is to be added. */
record Newcomer(String login, String firstName, String lastName,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String contactEmail) {

	Newcomer(String login, String firstName, String lastName) {
		this(login, firstName, lastName, null);
	}

	String address() {
		return this.login + "@example.com";
	}

}
