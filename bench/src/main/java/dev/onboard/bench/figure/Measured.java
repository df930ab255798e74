package dev.onboard.bench.figure;

import java.util.List;
import java.util.Map;

import dev.onboard.bench.measure.Round;
import dev.onboard.bench.measure.Score;

/**
 * What came out.
 *
 * @param name such as P1
 * @param rounds all blocks, by what was measured in them
 */
public record Measured(String name, List<Score> scores, Map<String, List<Round>> rounds) {
}
