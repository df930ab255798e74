package dev.onboard.delivery.settling;

import java.util.List;
import java.util.Map;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Envelope;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;

/**
 * Reads a message's properties without its headers when those are nested deeper than any
 * of ours: the converter of Spring AMQP up to 4.1.2 follows them until the stack
 * overflows (CVE-2026-59404), which would crash consumer after consumer.
 */
final class HeaderLimit extends DefaultMessagePropertiesConverter {

	/** Says why the headers were left out. */
	static final String REFUSED = "x-onboard-headers-refused";

	private static final int DEEPEST = 8;

	@Override
	public MessageProperties toMessageProperties(AMQP.BasicProperties source, @Nullable Envelope envelope,
			String charset) {
		if (source.getHeaders() == null || fits(source.getHeaders(), DEEPEST)) {
			return super.toMessageProperties(source, envelope, charset);
		}
		MessageProperties properties = super.toMessageProperties(source.builder().headers(null).build(), envelope,
				charset);
		properties.setHeader(REFUSED, "headers are nested deeper than " + DEEPEST);
		return properties;
	}

	private static boolean fits(@Nullable Object value, int depth) {
		if (value instanceof Map<?, ?> map) {
			return depth > 0 && map.values().stream().allMatch((nested) -> fits(nested, depth - 1));
		}
		if (value instanceof List<?> list) {
			return depth > 0 && list.stream().allMatch((nested) -> fits(nested, depth - 1));
		}
		return true;
	}

}
