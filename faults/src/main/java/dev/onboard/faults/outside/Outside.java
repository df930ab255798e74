package dev.onboard.faults.outside;

import java.nio.file.Path;
import java.util.List;

/**
 * All servers outside, on free ports of 127.0.0.1, and the record of what took effect in
 * them.
 */
public final class Outside implements AutoCloseable {

	/** Of the mail addresses that are served. */
	public static final String DOMAIN = MailStore.DOMAIN;

	private static final String REDMINE_KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f001234567";

	private final Diary diary;

	private final Target mail;

	private final Target smtp;

	private final Target redmine;

	private final Target slack;

	/**
	 * @param record file that a line of JSON is appended to for all that takes effect
	 */
	public Outside(Path record) {
		this.diary = new Diary(record);
		MailStore store = new MailStore(this.diary);
		Redmine accounts = new Redmine(new RedmineAccounts(this.diary), REDMINE_KEY);
		Slack workspace = new Slack(this.diary);
		this.mail = new Target((target) -> new HttpHost(target, new WebAdmin(store)));
		this.smtp = new Target((target) -> new SmtpHost(target, store));
		this.redmine = new Target((target) -> new HttpHost(target, accounts));
		this.slack = new Target((target) -> new HttpHost(target, workspace));
	}

	/** The mail server's administration. */
	public Target mail() {
		return this.mail;
	}

	public Target smtp() {
		return this.smtp;
	}

	public Target redmine() {
		return this.redmine;
	}

	/** Webhook and Web API. */
	public Target slack() {
		return this.slack;
	}

	public String mailAdminUrl() {
		return url(this.mail);
	}

	public int smtpPort() {
		return this.smtp.port();
	}

	public String redmineUrl() {
		return url(this.redmine);
	}

	public String redmineKey() {
		return REDMINE_KEY;
	}

	public String slackWebhookUrl() {
		return url(this.slack) + Slack.WEBHOOK;
	}

	public String slackApiUrl() {
		return url(this.slack) + "/api";
	}

	public String slackBotToken() {
		return Slack.TOKEN;
	}

	public String slackChannel() {
		return SlackChannel.ID;
	}

	/** Everything since the start, oldest first. */
	public List<Seen> seen() {
		return this.diary.entries();
	}

	private static String url(Target target) {
		return "http://127.0.0.1:" + target.port();
	}

	@Override
	public void close() {
		List.of(this.mail, this.smtp, this.redmine, this.slack).forEach(Target::close);
		this.diary.close();
	}

}
