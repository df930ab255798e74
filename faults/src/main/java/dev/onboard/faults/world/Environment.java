package dev.onboard.faults.world;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.onboard.faults.outside.Outside;
import dev.onboard.testing.Database;
import dev.onboard.testing.Project;
import dev.onboard.testing.Sandbox;

/** What the services are told, all waits shortened so that a fault takes seconds. */
final class Environment {

	static final String MAIL_KEY = "the key of the mail-service where all is broken";

	private static final String TASK_KEY = "the key of the task-service where all is broken";

	static final String ADMIN_TOKEN = "the-administrators-token-where-all-is-broken";

	private static final String JAMES_TOKEN = "the-token-for-the-mail-server-where-all-is-broken";

	private Environment() {
	}

	/** Of a service; it is told what it needs itself and nothing else. */
	static Map<String, String> of(String service, Links links, Database database, Outside outside, Setting setting) {
		Map<String, String> environment = new HashMap<>();
		environment.put("SPRING_DATASOURCE_URL",
				"jdbc:" + Links.through(links.database(), database.url().substring("jdbc:".length())));
		environment.put("SPRING_DATASOURCE_PASSWORD", Project.PASSWORD);
		environment.put("SPRING_RABBITMQ_HOST", "127.0.0.1");
		environment.put("SPRING_RABBITMQ_PORT", Integer.toString(links.broker().port()));
		environment.put("SPRING_RABBITMQ_PASSWORD", Project.PASSWORD);
		// Longer than the slowest call, which ends after eight seconds.
		environment.put("ONBOARD_DELIVERY_LEASE", "10s");
		environment.put("ONBOARD_DELIVERY_RETRY_DELAYS", "500ms,1s,2s");
		environment.put("ONBOARD_DELIVERY_CIRCUIT_PROBE_DELAYS", "500ms,1s");
		environment.putAll(switch (service) {
			case "task-service" -> task(setting.variant());
			case "mail-service" -> mail(links, outside, setting.variant());
			case "web-service" -> web(links, outside, setting);
			default -> throw new IllegalArgumentException("there is no " + service);
		});
		return environment;
	}

	private static Map<String, String> task(Setting.Variant variant) {
		Map<String, String> environment = new HashMap<>();
		environment.put("TASK_KEY", TASK_KEY);
		environment.put("ONBOARD_ADMIN_TOKEN", ADMIN_TOKEN);
		if (variant == Setting.Variant.WATCHDOG) {
			environment.put("ONBOARD_WATCHDOG_SILENCE", "20s");
			environment.put("ONBOARD_WATCHDOG_INTERVAL", "2s");
		}
		return environment;
	}

	private static Map<String, String> mail(Links links, Outside outside, Setting.Variant variant) {
		Map<String, String> environment = new HashMap<>();
		environment.put("MAIL_KEY", MAIL_KEY);
		environment.put("JAMES_WEBADMIN_URL", Links.through(links.mail(), outside.mailAdminUrl()));
		environment.put("JAMES_WEBADMIN_TOKEN", JAMES_TOKEN);
		environment.put("SMTP_HOST", "127.0.0.1");
		environment.put("SMTP_PORT", Integer.toString(links.smtp().port()));
		// By default it would outlast the lease.
		environment.put("SPRING_MAIL_PROPERTIES_MAIL_SMTP_TIMEOUT", "4000");
		if (variant == Setting.Variant.FEW_CONSUMERS) {
			environment.put("ONBOARD_DELIVERY_CONSUMERS_MIN", "2");
			environment.put("ONBOARD_DELIVERY_CONSUMERS_MAX", "2");
			environment.put("ONBOARD_DELIVERY_RETRY_DELAYS", "5s");
		}
		if (variant == Setting.Variant.SANDBOX) {
			environment.put("JAMES_WEBADMIN_URL", Sandbox.shared().webAdminUrl());
			environment.put("SMTP_PORT", Integer.toString(Sandbox.shared().smtpPort()));
		}
		return environment;
	}

	private static Map<String, String> web(Links links, Outside outside, Setting setting) {
		Map<String, String> environment = new HashMap<>();
		environment.put("REDMINE_URL", Links.through(links.redmine(), outside.redmineUrl()));
		environment.put("REDMINE_API_KEY", outside.redmineKey());
		environment.put("ONBOARD_SLACK_PACE", "2ms");
		if (setting.slack() == Slack.CARD) {
			environment.put("SLACK_API_URL", Links.through(links.slack(), outside.slackApiUrl()));
			environment.put("SLACK_BOT_TOKEN", outside.slackBotToken());
			environment.put("SLACK_CHANNEL", outside.slackChannel());
		}
		else if (setting.variant() == Setting.Variant.SANDBOX) {
			environment.put("SLACK_WEBHOOK_URL",
					Sandbox.shared().url() + URI.create(outside.slackWebhookUrl()).getPath());
		}
		else {
			environment.put("SLACK_WEBHOOK_URL", Links.through(links.slack(), outside.slackWebhookUrl()));
		}
		return environment;
	}

	/** What nobody may ever read anywhere. */
	static List<String> secrets(Outside outside) {
		return List.of(Project.PASSWORD, MAIL_KEY, TASK_KEY, ADMIN_TOKEN, JAMES_TOKEN, outside.redmineKey(),
				outside.slackBotToken(), URI.create(outside.slackWebhookUrl()).getPath());
	}

}
