package dev.onboard.task.web;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Requests that Tomcat refuses before Spring sees them are answered as all others. */
@Component
class TomcatProblems implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	private final JsonMapper json;

	TomcatProblems(JsonMapper json) {
		this.json = json;
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory tomcat) {
		tomcat.addContextCustomizers((context) -> context.getParent().getPipeline().addValve(new ProblemValve()));
	}

	static ProblemDetail problem(HttpStatus status) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, (status == HttpStatus.INTERNAL_SERVER_ERROR)
				? "This is an error of the task-service; its log says more."
				: "This is no valid HTTP request, or it broke off. In its URL % must be written as %25, other special characters likewise.");
		problem.setTitle(status.getReasonPhrase());
		return problem;
	}

	private final class ProblemValve extends ErrorReportValve {

		@Override
		protected void report(Request request, Response response, @Nullable Throwable failure) {
			HttpStatus status = HttpStatus.resolve(response.getStatus());
			if (status == null || !status.isError() || !response.setErrorReported()) {
				return;
			}
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			try {
				response.getOutputStream().write(TomcatProblems.this.json.writeValueAsBytes(problem(status)));
				response.finishResponse();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
