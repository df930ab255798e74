package dev.onboard.bench.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.measure.Spread;

/** The page that tells what was measured. */
public final class PerformancePage {

	private static final String HEAD = """
			# Performance

			How fast Onboard is beside what could be used instead. Written by `./onboard bench --page`, not by hand.

			Both sides are measured on one machine in turn, each round beginning with who ended the one before. The ratio is
			ours by the other's: the median of all rounds, and in brackets the lowest and the highest of them. Whoever loses
			or doubles a single person scores zero. Mail server and Slack are servers that answer at once from memory.

			- **P1** compares people who were answered with 202 with the messages that RabbitMQ confirms to PerfTest, its own
			  measure: as many clients, each waiting for every answer, 512 bytes, persistent and mandatory, to a quorum queue of
			  the same broker. Mail- and web-service are stopped, the relay of the task-service runs.
			- **P2** compares people who come through, from the POST until their page says READY, with bare forwarders: one
			  process for each service, amqp-client and plain JDBC alone, 16 consumers a queue with one message in hand each,
			  the same rows in copies of the same tables, the same calls, queues of the same arguments. 128 people are on the
			  way at a time, so that queues are neither empty nor growing. Nobody has a contact address or a role, and there is no
			  Redmine. The forwarders do not wait 25 ms before they look for the welcome mail in the inbox, as the mail-service does, and
			  keep no pace between posts in Slack.
			- **P4** compares how long it takes from the POST to the post in Slack, with the same forwarders, while people come at
			  a fifth of the pace of P2.
			- **P7** kills a process with kill -9 in the middle of P2, starts it again at once, and compares how long it takes from the
			  kill until the first person is through who had no mail by then, and until the first of 384 in a row who come through at
			  80 % of the rate of before, with how long the process takes to start until it is ready while nobody is on the way. Whose mail was in hand at the kill
			  waits for the lease; a mail may come twice to as many as that.
			- **P8** compares the CPU time of the three services for a person, from the POST until READY, with that of the workers
			  alone of a Celery chain of the same two steps: Debian's python3-celery, prefork with 16 processes a step, `acks_late`,
			  prefetch multiplier 1, publisher confirms, the same calls. It keeps no rows, and its queues are classic ones.
			- **P9** compares P2, and lists of people, while many are in the database with the same while 1,000 are, who were put there
			  by SQL with the rows that people leave; and people who were added while the mail-service was stopped with those of P2.
			- **P10** compares P2 with two and four mail-services, of four consumers each, with P2 with one of them. The mail server
			  takes 500 ms for a mailbox.

			The services run with their defaults, but for the pace between posts in Slack, which limits by design: it is 1 ms here
			instead of 1 s.

			""";

	private static final String TAIL = """

			## How to repeat it

			    ./onboard bench                       # all figures
			    ./onboard bench --only P2 --rounds 5  # one, more often
			    ./onboard bench --page                # all, and this page
			""";

	private PerformancePage() {
	}

	public static String of(List<Results> results) {
		StringBuilder page = new StringBuilder(HEAD);
		page.append("| figure | ours | other's | ratio | goal | holds |\n|---|---|---|---|---|---|\n");
		results.forEach((result) -> result.measured().scores().forEach((score) -> page.append(row(score))));
		page.append(
				"\n## What it took\n\nCPU-seconds of each program in the part of a block that counts, medians of all ")
			.append("blocks, and the time of one fdatasync of 4 KiB on the disk.\n\n");
		page.append("| | side | CPU-seconds | fdatasync |\n|---|---|---|---|\n");
		results.forEach((result) -> result.measured()
			.rounds()
			.forEach((what, rounds) -> page.append(cost(result.measured().name() + ", " + what, rounds))));
		page.append("\n## Where\n\n");
		results.forEach(
				(result) -> page.append("- %s on %s: %s; %d rounds, %d s a block\n".formatted(result.measured().name(),
						result.at().toString().substring(0, 10), result.machine(), result.plan().rounds(),
						result.plan().length().toSeconds())));
		return page.append(TAIL).toString();
	}

	private static String row(Score score) {
		return "| %s ÷ %s | %s | %s | %s | %s | %s |\n".formatted(score.figure(), score.other(),
				Lines.number(score.ours()), Lines.number(score.others()), Lines.ratio(score), score.goal(),
				score.holds() ? "yes" : "**no**");
	}

	private static String cost(String what, List<Round> rounds) {
		return cost(what, "ours", rounds.stream().map(Round::ours).toList())
				+ cost(what, "the other's", rounds.stream().map(Round::others).toList());
	}

	private static String cost(String what, String side, List<Block> blocks) {
		Map<String, List<Double>> seconds = blocks.stream()
			.flatMap((block) -> block.cpuSeconds().entrySet().stream())
			.collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		String cpu = seconds.entrySet()
			.stream()
			.map((it) -> it.getKey() + " " + Lines.number(Spread.of(it.getValue()).median()))
			.collect(Collectors.joining(", "));
		Spread micros = Spread
			.of(Stream.of(blocks).flatMap(List::stream).map((block) -> (double) block.fdatasyncMicros()).toList());
		return "| %s | %s | %s | %s µs |\n".formatted(what, side, cpu, Lines.number(micros.median()));
	}

}
