package dev.onboard.task.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;

/** An error that many operations have in common. */
enum Refusal {

	BAD_REQUEST("400", "A field or parameter breaks its rule; `errors` names each, and the rule."),
	UNAUTHORIZED("401", "There is no valid token."), FORBIDDEN("403", "The token's role is not enough."),
	NOT_FOUND("404", "Nothing has this id or name."), CONTENT_TOO_LARGE("413", "The body is too large."),
	UNSUPPORTED_MEDIA_TYPE("415", "The body is of another type than these."),
	SERVICE_UNAVAILABLE("503", "Not available now; nothing was changed, or it is not known. Send it again later.");

	private final String status;

	private final String description;

	Refusal(String status, String description) {
		this.status = status;
		this.description = description;
	}

	String status() {
		return this.status;
	}

	/** As an operation names it. */
	ApiResponse reference() {
		return new ApiResponse().$ref("#/components/responses/" + name());
	}

	static Map<String, ApiResponse> all() {
		Map<String, ApiResponse> all = new LinkedHashMap<>();
		Stream.of(values()).forEach((refusal) -> all.put(refusal.name(), refusal.response()));
		return all;
	}

	private ApiResponse response() {
		ApiResponse response = new ApiResponse().description(this.description).content(problem());
		return switch (this) {
			case UNAUTHORIZED -> response.addHeaderObject("WWW-Authenticate",
					new Header().description("`Bearer`").schema(JsonTypes.of("string")));
			case SERVICE_UNAVAILABLE -> response.addHeaderObject("Retry-After",
					new Header().description("Seconds to wait.").schema(JsonTypes.of("string")));
			default -> response;
		};
	}

	static Content problem() {
		return new Content().addMediaType("application/problem+json",
				new MediaType().schema(JsonTypes.named("Problem")));
	}

}
