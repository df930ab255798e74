package dev.onboard.bench.world;

import java.util.function.LongSupplier;

/**
 * A process that can be killed and started again.
 *
 * @param kill with SIGKILL; returns when it is gone
 * @param start returns when it is ready
 * @param inHand how many calls it was killed in the middle of that nobody outside can be
 * asked about, so that they are made once more; to be asked while it is away
 */
public record Victim(String name, Runnable kill, Runnable start, LongSupplier inHand) {
}
