package dev.onboard.delivery.tracing;

import java.util.List;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanProcessors;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class TracingConfigurationTests {

	private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:1/v1/traces";

	private final ApplicationContextRunner service = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ObservationAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
					OpenTelemetrySdkAutoConfiguration.class, OtlpTracingAutoConfiguration.class,
					OpenTelemetryTracingAutoConfiguration.class, TracingConfiguration.class));

	@ParameterizedTest
	@CsvSource({ "1.0, true", "0.0, false" })
	void beginsATraceThatIsSampledAsConfigured(String probability, boolean sampled) {
		this.service.withPropertyValues("management.tracing.sampling.probability=" + probability)
			.run((context) -> assertThat(
					Observation.createNotStarted("work", context.getBean(ObservationRegistry.class))
						.observe(Traceparent::current))
				.matches("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-0" + (sampled ? "[13]" : "[02]")));
	}

	@Test
	void isInNoTraceOutsideOfAny() {
		this.service.run((context) -> assertThat(Traceparent.current()).isNull());
	}

	@Test
	void keepsNoSpansWhereTheyGoNowhere() {
		this.service.run((context) -> {
			assertThat(context).doesNotHaveBean(SpanExporter.class);
			assertThat(context.getBean(SpanProcessors.class).list()).isEmpty();
		});
	}

	@Test
	void exportsThemWhereItIsToldTo() {
		this.service.withPropertyValues(ENDPOINT).run((context) -> {
			assertThat(context).hasSingleBean(OtlpHttpSpanExporter.class);
			List<SpanProcessor> processors = context.getBean(SpanProcessors.class).list();
			assertThat(processors).hasSize(1);
		});
	}

}
