package dev.onboard.task.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import dev.onboard.task.PersonPage;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Reads and checks somebody before the port opens, who is not added, and writes down that
 * something failed, which many will be told at the same time if it does. What is found
 * out about these types by reflection is found out then, once, and not by all of the
 * first requests at the same time; and in an image its classes are in the archive of
 * classes.
 */
@Component
class FirstRequest implements SmartInitializingSingleton {

	private static final String BODY = """
			{"login": "somebody", "firstName": "Some", "lastName": "Body", "contactEmail": "some.body@home.example"}
			""";

	private final PersonRequests requests;

	private final JsonMapper json;

	FirstRequest(PersonRequests requests, JsonMapper json) {
		this.requests = requests;
		this.json = json;
	}

	@Override
	public void afterSingletonsInstantiated() {
		try {
			this.requests.person(ReceivedBody.of(new ByteArrayInputStream(BODY.getBytes(StandardCharsets.UTF_8))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.json.writerFor(PersonPage.class);
		this.json.writeValueAsString(ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE));
	}

}
