package dev.onboard.story;

/** Who is to be added. */
record Newcomer(String login, String firstName, String lastName) {

	String address() {
		return this.login + "@example.com";
	}

}
