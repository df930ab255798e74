package dev.onboard.task;

/** Somebody would break a rule for everybody; nothing was changed. */
public final class BrokenRuleException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient PersonRules.Broken rule;

	BrokenRuleException(PersonRules.Broken rule) {
		super(rule.field() + " " + rule.message());
		this.rule = rule;
	}

	public PersonRules.Broken rule() {
		return this.rule;
	}

}
