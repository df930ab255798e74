package dev.onboard.faults.outside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls what is outside over HTTP, with all the keys. */
record Visitor(Outside outside) {

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	HttpResponse<String> call(String method, String url, String body) throws IOException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url))
			.method(method, BodyPublishers.ofString(body))
			.header("Content-Type", "application/json")
			.header("X-Redmine-API-Key", this.outside.redmineKey())
			.header("Authorization", "Bearer " + this.outside.slackBotToken())
			.timeout(Duration.ofSeconds(5))
			.build();
		try {
			return CLIENT.send(request, BodyHandlers.ofString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	HttpResponse<String> mail(String method, String path, String body) throws IOException {
		return call(method, this.outside.mailAdminUrl() + path, body);
	}

	int createMailbox(String address) throws IOException {
		return mail("PUT", "/users/" + address, "{\"password\":\"secret\"}").statusCode();
	}

	HttpResponse<String> redmine(String method, String path, String body) throws IOException {
		return call(method, this.outside.redmineUrl() + path, body);
	}

	int createAccount(String login) throws IOException {
		return redmine("POST", "/users.json", """
				{"user":{"login":"%1$s","firstname":"A","lastname":"B","mail":"%1$s@example.com"}}""".formatted(login))
			.statusCode();
	}

	HttpResponse<String> postToWebhook(String text) throws IOException {
		return call("POST", this.outside.slackWebhookUrl(), "{\"text\":\"" + text + "\"}");
	}

	String slack(String method, String arguments) throws IOException {
		return call("POST", this.outside.slackApiUrl() + "/" + method, arguments).body();
	}

	String history(String query) throws IOException {
		return call("GET", this.outside.slackApiUrl() + "/conversations.history" + query, "").body();
	}

}
