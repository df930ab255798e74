package dev.onboard.delivery.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Date;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;

/** A message that is due. Rows are never compared. */
@SuppressWarnings("ArrayRecordComponent")
record OutboxRow(long id, String messageId, String exchange, String routingKey, @Nullable String type,
		@Nullable String correlationId, Map<String, String> headers, byte[] body) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {
	};

	static OutboxRow read(ResultSet row, int number) throws SQLException {
		return new OutboxRow(row.getLong("id"), row.getString("message_id"), row.getString("exchange"),
				row.getString("routing_key"), row.getString("type"), row.getString("correlation_id"),
				JSON.readValue(row.getString("headers"), HEADERS), row.getBytes("body"));
	}

	@SuppressWarnings("JavaUtilDate")
	Message toMessage(String appId) {
		MessageProperties properties = new MessageProperties();
		properties.setMessageId(this.messageId);
		properties.setType(this.type);
		properties.setCorrelationId(this.correlationId);
		properties.setAppId(appId);
		properties.setTimestamp(new Date());
		properties.setContentType(MessageProperties.CONTENT_TYPE_JSON);
		properties.setContentEncoding(StandardCharsets.UTF_8.name());
		properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
		this.headers.forEach(properties::setHeader);
		return MessageBuilder.withBody(this.body).andProperties(properties).build();
	}

}
