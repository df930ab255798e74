package dev.onboard.faults.world;

import java.net.URI;

import dev.onboard.faults.link.BrokerLink;
import dev.onboard.faults.link.Link;
import dev.onboard.faults.outside.Outside;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Database;

/** One replica's own connections to all that it needs. */
public record Links(BrokerLink broker, Link database, Link mail, Link smtp, Link redmine,
		Link slack) implements AutoCloseable {

	static Links to(Broker broker, Database database, Outside outside) {
		return new Links(BrokerLink.to(broker.port()), Link.to(port(database.url().substring("jdbc:".length()))),
				Link.to(port(outside.mailAdminUrl())), Link.to(outside.smtpPort()), Link.to(port(outside.redmineUrl())),
				Link.to(port(outside.slackApiUrl())));
	}

	private static int port(String url) {
		return URI.create(url).getPort();
	}

	/** The same URL, but through a link. */
	static String through(Link link, String url) {
		return url.replace(":" + port(url), ":" + link.port());
	}

	void well() {
		this.broker.well();
		this.database.well();
		this.mail.well();
		this.smtp.well();
		this.redmine.well();
		this.slack.well();
	}

	@Override
	public void close() {
		this.broker.close();
		this.database.close();
		this.mail.close();
		this.smtp.close();
		this.redmine.close();
		this.slack.close();
	}

}
