package dev.onboard.faults.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import dev.onboard.faults.outside.Seen;
import dev.onboard.faults.world.Page;
import dev.onboard.faults.world.Slack;

/**
 * All that is known of a cell once it is over.
 *
 * @param accepted logins that were answered with 202
 * @param refused those of them whom the world outside was told to refuse
 * @param pages of everybody of the cell
 * @param seen what took effect outside, of everybody of the cell
 * @param slack how they are announced
 * @param bound the most mails and posts that may have been repeated
 * @param longestPost until it was answered
 * @param resumed the longest until publishing went on after the broker was ready; zero if
 * the cell did not stop it
 * @param troubles in words, what was found to be broken elsewhere
 */
public record Evidence(Set<String> accepted, Set<String> refused, List<Page> pages, List<Seen> seen, Slack slack,
		int bound, Duration longestPost, Duration resumed, List<String> troubles) {
}
