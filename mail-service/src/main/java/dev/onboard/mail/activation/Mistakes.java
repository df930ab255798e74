package dev.onboard.mail.activation;

/**
 * What is wrong with what was typed: names of texts, empty where nothing is.
 *
 * @param password about the first field
 * @param again about the second one
 */
record Mistakes(String password, String again) {

	static final Mistakes NONE = new Mistakes("", "");

	static Mistakes in(String password, String again, PasswordRules rules, Link link) {
		String first = password.isEmpty() ? "missing"
				: rules.flaw(PasswordRules.normal(password), link.person()).map(PasswordRules.Flaw::text).orElse("");
		return new Mistakes(first, again.equals(password) ? "" : "different");
	}

	boolean any() {
		return !equals(NONE);
	}

}
