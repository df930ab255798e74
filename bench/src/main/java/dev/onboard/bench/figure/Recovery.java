package dev.onboard.bench.figure;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How soon people come through again, in seconds; empty where they have not by now.
 *
 * @param first until the first of them
 * @param steady from when on many in a row come through fast enough
 */
record Recovery(OptionalDouble first, OptionalDouble steady) {

	/**
	 * @param seconds at which somebody came through, in ascending order
	 * @param many how many in a row have to be fast enough
	 */
	static Recovery of(List<Double> seconds, int many, double perSecond) {
		return new Recovery(seconds.stream().mapToDouble(Double::doubleValue).findFirst(),
				steady(seconds, many, perSecond));
	}

	private static OptionalDouble steady(List<Double> seconds, int many, double perSecond) {
		for (int index = 0; index + many < seconds.size(); index++) {
			if (seconds.get(index + many) - seconds.get(index) <= many / perSecond) {
				return OptionalDouble.of(seconds.get(index));
			}
		}
		return OptionalDouble.empty();
	}

}
