package dev.onboard.web.redmine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Redmine in memory: of its REST API what we call, with the answers that Redmine 6.0.5
 * gave. It passes the same tests as the real one. Can be told to fail.
 */
public final class StubRedmine implements AutoCloseable {

	/** Of its administrator. */
	public static final String KEY = "0123456789abcdef0123456789abcdef01234567";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final StubUsers users = new StubUsers(KEY);

	private final StubProjects projects = new StubProjects(this.users);

	private final ConcurrentLinkedQueue<Trouble> troubles = new ConcurrentLinkedQueue<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	private volatile CountDownLatch hanging = new CountDownLatch(0);

	public StubRedmine() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	/**
	 * @param body null for none at all
	 */
	record Reply(int status, @Nullable Object body) {

		static Reply nothing(int status) {
			return new Reply(status, null);
		}

		static Reply errors(List<String> sentences) {
			return new Reply(422, Map.of("errors", sentences));
		}

	}

	/**
	 * @param status to answer with instead of acting; 0: acts, and loses the answer
	 */
	private record Trouble(String method, int status) {
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Returns the id of an account that somebody has made. */
	public String addAccount(String login, String mail) {
		return new Administrator(url(), KEY).account(login, mail, "Some", "Body").path("id").toString();
	}

	/** How many accounts show the text. */
	public int accounts(String text) {
		return new Administrator(url(), KEY).accountsWith(text);
	}

	public void addGroup(String name) {
		new Administrator(url(), KEY).group(name);
	}

	/** Answers the next request of that method so, and does nothing. */
	public void failNext(String method, int status) {
		this.troubles.add(new Trouble(method, status));
	}

	/** Does what the next request of that method asks for, and loses the answer. */
	public void loseNext(String method) {
		this.troubles.add(new Trouble(method, 0));
	}

	/** Answers nothing until {@link #goOn}. */
	public void hang() {
		this.hanging = new CountDownLatch(1);
	}

	public void goOn() {
		this.hanging.countDown();
	}

	/**
	 * What it was asked that contains the text, oldest first, as
	 * {@code GET /path?query body}.
	 */
	public List<String> requests(String text) {
		return this.requests.stream().filter((request) -> request.contains(text)).toList();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			String method = exchange.getRequestMethod();
			this.requests.add(method + " " + exchange.getRequestURI() + " " + body);
			await();
			Trouble trouble = this.troubles.peek();
			boolean meant = trouble != null && trouble.method().equals(method) && this.troubles.remove(trouble);
			if (meant && trouble.status() != 0) {
				exchange.sendResponseHeaders(trouble.status(), -1);
				return;
			}
			Reply reply = reply(exchange, body);
			if (!meant) {
				answer(exchange, reply);
			}
		}
	}

	private void await() {
		try {
			this.hanging.await(1, TimeUnit.MINUTES);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void answer(HttpExchange exchange, Reply reply) throws IOException {
		if (reply.body() == null) {
			exchange.sendResponseHeaders(reply.status(), -1);
			return;
		}
		byte[] bytes = JSON.writeValueAsBytes(reply.body());
		exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
		exchange.sendResponseHeaders(reply.status(), bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	private synchronized Reply reply(HttpExchange exchange, String body) {
		Boolean admin = this.users.isAdmin(exchange.getRequestHeaders().getFirst("X-Redmine-API-Key"));
		String path = exchange.getRequestURI().getPath();
		if (!path.matches("/(users|groups|roles|projects|memberships)[/.].*")) {
			return Reply.nothing(404);
		}
		String owner = exchange.getRequestHeaders().getFirst("Authorization");
		if (owner != null && path.equals("/users/current.json")) {
			return this.users.logIn(owner);
		}
		if (!Boolean.TRUE.equals(admin)) {
			return Reply.nothing((admin != null) ? 403 : 401);
		}
		String call = exchange.getRequestMethod() + " " + path.replaceFirst("\\.json$", "");
		JsonNode json = JSON.readTree(body.isEmpty() ? "{}" : body);
		return path.startsWith("/users") ? this.users.reply(call, query(exchange), json, this.projects::shown)
				: this.projects.reply(call, json);
	}

	private static Map<String, String> query(HttpExchange exchange) {
		Map<String, String> query = new HashMap<>();
		String raw = exchange.getRequestURI().getRawQuery();
		for (String part : ((raw != null) ? raw : "").split("&")) {
			String[] pair = part.split("=", 2);
			query.put(pair[0], (pair.length == 2) ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : "");
		}
		return query;
	}

	@Override
	public void close() {
		goOn();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
