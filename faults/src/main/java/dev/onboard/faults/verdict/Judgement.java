package dev.onboard.faults.verdict;

import java.time.Duration;
import java.util.List;

/**
 * What came out of a cell.
 *
 * @param acknowledged answered with 202
 * @param lost of these, neither ready nor refused as the world was told to
 * @param doubled mailboxes, accounts, mails of another Message-ID and cards beyond the
 * first
 * @param repeats of the same mail and of webhook posts
 * @param bound the most that these may be
 * @param failed as the world was told to refuse them
 * @param stall longest time without any step ending, while somebody was waiting
 * @param broken promises about people, in words; none if the cell holds
 * @param slow promises about time that were broken, in words; none if the cell holds
 */
public record Judgement(int acknowledged, int ready, int lost, int doubled, int repeats, int bound, int failed,
		Duration stall, Duration longestPost, List<String> broken, List<String> slow) {

	public boolean holds() {
		return this.broken.isEmpty() && this.slow.isEmpty();
	}

}
