package dev.onboard.bench.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP for a service, over connections that are kept. */
public final class HttpHost implements Door.Host {

	private final Service service;

	public HttpHost(Service service) {
		this.service = service;
	}

	/** What is served. Called by many threads. */
	@FunctionalInterface
	public interface Service {

		/**
		 * Does what is asked for.
		 * @param path with its query, as it came
		 */
		Answer answer(String method, String path, byte[] body) throws IOException;

	}

	/**
	 * What is answered, as JSON.
	 *
	 * @param body empty for none
	 */
	public record Answer(int status, String body) {

		private byte[] bytes(boolean head) {
			String length = (this.status == 204) ? ""
					: "Content-Length: " + this.body.getBytes(StandardCharsets.UTF_8).length + "\r\n";
			return ("HTTP/1.1 " + this.status + " Answer\r\nContent-Type: application/json\r\n" + length + "\r\n"
					+ (head ? "" : this.body))
				.getBytes(StandardCharsets.UTF_8);
		}

	}

	@Override
	public void receive(Socket guest) throws IOException {
		InputStream in = new BufferedInputStream(guest.getInputStream());
		for (HttpText request = HttpText.read(in, true); request != null; request = HttpText.read(in, true)) {
			String method = request.word(0);
			Answer answer = this.service.answer(method, request.word(1), request.body());
			guest.getOutputStream().write(answer.bytes(method.equals("HEAD")));
		}
	}

}
