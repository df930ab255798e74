package dev.onboard.delivery;

import java.util.Map;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;

/**
 * One number of a gauge.
 *
 * @param name of the gauge, with dots
 * @param help what it says, in a sentence; the same for each number of the gauge
 * @param labels of few values; never a person
 */
public record Figure(String name, String help, Map<String, String> labels, double value) {

	public Figure {
		labels = Map.copyOf(labels);
	}

	public Figure(String name, String help, double value) {
		this(name, help, Map.of(), value);
	}

	public Figure(String name, String help, String label, String of, double value) {
		this(name, help, Map.of(label, of), value);
	}

	Tags tags() {
		Tags tags = Tags.empty();
		for (Map.Entry<String, String> label : this.labels.entrySet()) {
			tags = tags.and(label.getKey(), label.getValue());
		}
		return tags;
	}

	Meter.Id id() {
		return new Meter.Id(this.name, tags(), null, this.help, Meter.Type.GAUGE);
	}

}
