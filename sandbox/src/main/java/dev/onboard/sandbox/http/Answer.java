package dev.onboard.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param status the HTTP status; 0 closes the connection without an answer
 * @param headers besides the length
 * @param body empty for none; sent in UTF-8
 */
public record Answer(int status, Map<String, String> headers, String body) {

	/**
	 * The connection is closed and the caller never learns what happened.
	 */
	public static final Answer SILENCE = new Answer(0, Map.of(), "");

	public static final Answer NO_CONTENT = new Answer(204, Map.of(), "");

	public static Answer text(int status, String body) {
		return of(status, "text/plain; charset=utf-8", body);
	}

	public static Answer html(String body) {
		return of(200, "text/html; charset=utf-8", body);
	}

	public static Answer json(int status, Object body) {
		return of(status, "application/json", Json.write(body));
	}

	/**
	 * A problem as RFC 9457 has it.
	 * @param detail what to do about it
	 */
	public static Answer problem(int status, String title, String detail) {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("title", title);
		problem.put("status", status);
		problem.put("detail", detail);
		return of(status, "application/problem+json", Json.write(problem));
	}

	private static Answer of(int status, String contentType, String body) {
		return new Answer(status, Map.of("Content-Type", contentType), body);
	}

	public Answer with(String header, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.headers);
		more.put(header, value);
		return new Answer(this.status, more, this.body);
	}

}
