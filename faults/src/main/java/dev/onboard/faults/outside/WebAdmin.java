package dev.onboard.faults.outside;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.onboard.faults.outside.MailStore.Mapping;

/** The part of James's WebAdmin that is called here, with the answers of 3.8.1. */
record WebAdmin(MailStore mail) implements HttpService {

	@Override
	public String person(Request request) {
		return request.path().stream().filter((part) -> part.contains("@")).findFirst().orElse("");
	}

	@Override
	public boolean adds(Request request) {
		return isPutOfUser(request) && !request.query().containsKey("force");
	}

	private static boolean isPutOfUser(Request request) {
		return request.method().equals("PUT") && request.part(0).equals("users") && request.path().size() == 2;
	}

	@Override
	public Answer refusal(int status, Request request) {
		return Answer.json(status, Map.of("statusCode", status, "type", "ServerError", "message", "told to fail"));
	}

	@Override
	public Answer answer(Request request) {
		String kind = request.part(0);
		return switch (kind) {
			case "users" -> request.path().size() == 1 ? Answer.json(200, this.mail.users()) : user(request);
			case "address" -> address(request);
			case "mappings" -> Answer.json(200,
					this.mail.mappingsOf(request.part(2))
						.stream()
						.map((mapping) -> Map.of("type", mapping.type(), "mapping", mapping.target()))
						.toList());
			case "domains" -> Answer.of(request.part(1).equals(MailStore.DOMAIN) ? 204 : 404);
			case "quota", "vacation" -> Answer.of(this.mail.hasUser(person(request)) ? 204 : 404);
			default -> Answer.of(404);
		};
	}

	private Answer user(Request request) {
		String address = request.part(1).toLowerCase(Locale.ROOT);
		return switch (request.method() + " " + String.join("/", request.path().subList(2, request.path().size()))) {
			case "HEAD " -> Answer.of(this.mail.hasUser(address) ? 200 : 404);
			case "PUT " -> put(address, request);
			case "DELETE " -> {
				this.mail.removeUser(address);
				yield Answer.of(204);
			}
			case "POST verify" -> Answer.of(this.mail.opens(address, password(request)) ? 204 : 401);
			case "GET mailboxes" -> mailboxes(address);
			case "DELETE mailboxes" -> {
				this.mail.removeMail(address);
				yield Answer.of(204);
			}
			case "GET mailboxes/INBOX/messageCount" -> {
				int count = this.mail.inbox(address).size();
				yield (count == 0) ? Answer.of(404) : Answer.json(200, count);
			}
			case "DELETE authorizedUsers" -> Answer.of(204);
			default -> Answer.of(404);
		};
	}

	private Answer put(String address, Request request) {
		if (!MailStore.isOurs(address) || password(request).isEmpty()) {
			return refusal(400, request);
		}
		if (request.query().containsKey("force")) {
			this.mail.setPassword(address, password(request));
			return Answer.of(204).afterEffect();
		}
		return this.mail.create(address, password(request)) ? Answer.of(204).afterEffect() : refusal(409, request);
	}

	private Answer mailboxes(String address) {
		boolean none = this.mail.inbox(address).isEmpty();
		return Answer.json(200, none ? List.of() : List.of(Map.of("mailboxName", "INBOX", "mailboxId", "1")));
	}

	private Answer address(Request request) {
		return switch (request.part(1)) {
			case "groups" -> request.path().size() == 2 ? groups()
					: change(request, new Mapping(request.part(2), MailStore.GROUP, request.part(3)));
			case "aliases" -> request.path().size() == 3 ? aliases(request.part(2))
					: change(request, new Mapping(request.part(4), MailStore.ALIAS, request.part(2)));
			case "forwards" -> change(request, new Mapping(request.part(2), "Forward", request.part(4)));
			default -> Answer.of(404);
		};
	}

	private Answer groups() {
		return Answer.json(200,
				this.mail.mappings()
					.stream()
					.filter((mapping) -> mapping.type().equals(MailStore.GROUP))
					.map(Mapping::source)
					.distinct()
					.toList());
	}

	private Answer aliases(String address) {
		return Answer.json(200,
				this.mail.mappings()
					.stream()
					.filter((mapping) -> mapping.type().equals(MailStore.ALIAS) && mapping.target().equals(address))
					.map((mapping) -> Map.of("source", mapping.source()))
					.toList());
	}

	private Answer change(Request request, Mapping mapping) {
		if (request.method().equals("DELETE")) {
			this.mail.unmap(mapping);
		}
		else if (MailStore.isOurs(mapping.source())) {
			this.mail.map(mapping);
		}
		else {
			return refusal(400, request);
		}
		return Answer.of(204).afterEffect();
	}

	private static String password(Request request) {
		return request.json().path("password").asString("");
	}

}
