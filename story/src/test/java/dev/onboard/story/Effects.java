package dev.onboard.story;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.ArrayList;
import java.util.HashMap;

import dev.onboard.testing.Sandbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the world outside saw of a crowd.
 *
 * @param mailboxes with the number of messages in each, by address
 * @param welcomeMails their Message-IDs, by address
 * @param slackPosts their number, by address
 */
record Effects(Map<String, Integer> mailboxes, Map<String, List<String>> welcomeMails,
		Map<String, Integer> slackPosts) {

	static Effects on(Set<String> addresses, Sandbox sandbox) {
		Map<String, Integer> mailboxes = new HashMap<>();
		sandbox.mailboxes()
			.forEach((it) -> mailboxes.merge(it.required("address").asString(), it.required("messages").asInt(),
					(one, two) -> {
						throw new AssertionError("two mailboxes: " + it);
					}));
		Map<String, List<String>> mails = new TreeMap<>();
		sandbox.mails()
			.forEach((mail) -> mail.required("recipients")
				.forEach((to) -> mails.computeIfAbsent(to.asString(), (address) -> new ArrayList<>())
					.add(mail.required("messageId").asString())));
		Map<String, Integer> posts = new HashMap<>();
		sandbox.messages().forEach((post) -> {
			String text = post.required("text").asString();
			posts.merge(text.substring(text.lastIndexOf(' ') + 1), 1, Integer::sum);
		});
		mailboxes.keySet().retainAll(addresses);
		mails.keySet().retainAll(addresses);
		posts.keySet().retainAll(addresses);
		return new Effects(mailboxes, mails, posts);
	}

	/** Each has one mailbox, and at least one welcome mail and one post. */
	void reachedEach(Set<String> addresses) {
		assertThat(this.mailboxes).containsOnlyKeys(addresses);
		assertThat(this.welcomeMails).containsOnlyKeys(addresses);
		assertThat(this.slackPosts).containsOnlyKeys(addresses);
	}

	/** Repeats may be recognised by their Message-ID. */
	void sayTheSameMessageIdAgain() {
		assertThat(this.welcomeMails.values()).allSatisfy((ids) -> assertThat(new HashSet<>(ids)).hasSize(1));
	}

	int repeatedMails() {
		return this.welcomeMails.values().stream().mapToInt((ids) -> ids.size() - 1).sum();
	}

	int repeatedPosts() {
		return this.slackPosts.values().stream().mapToInt((posts) -> posts - 1).sum();
	}

}
