package dev.onboard.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Which endpoint answers what. An unknown path is answered with 404, a known one with
 * another method with 405 and what would be allowed. HEAD is answered as GET.
 */
public final class Routes {

	private final Map<String, Map<String, Endpoint>> endpoints = new LinkedHashMap<>();

	/**
	 * Adds an endpoint.
	 * @param path the whole path; one that ends with <code>/*</code> stands for
	 * everything below it
	 */
	public Routes on(String method, String path, Endpoint endpoint) {
		this.endpoints.computeIfAbsent(path, (key) -> new TreeMap<>()).put(method, endpoint);
		return this;
	}

	CompletableFuture<Answer> answer(Request request) {
		Map<String, Endpoint> methods = methods(request.path());
		if (methods.isEmpty()) {
			return CompletableFuture.completedFuture(Answer.problem(404, "Nothing is here",
					"Known paths: " + String.join(", ", this.endpoints.keySet())));
		}
		Endpoint endpoint = methods.get(request.method().equals("HEAD") ? "GET" : request.method());
		if (endpoint == null) {
			String allowed = String.join(", ", methods.keySet());
			return CompletableFuture.completedFuture(
					Answer.problem(405, "Not with " + request.method(), "Allowed: " + allowed).with("Allow", allowed));
		}
		return endpoint.answer(request);
	}

	private Map<String, Endpoint> methods(String path) {
		return this.endpoints.entrySet()
			.stream()
			.filter((entry) -> matches(entry.getKey(), path))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(Map.of());
	}

	private static boolean matches(String pattern, String path) {
		if (!pattern.endsWith("/*")) {
			return path.equals(pattern);
		}
		String folder = pattern.substring(0, pattern.length() - 1);
		return path.startsWith(folder) && path.length() > folder.length();
	}

}
