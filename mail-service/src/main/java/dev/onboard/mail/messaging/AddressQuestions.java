package dev.onboard.mail.messaging;

import dev.onboard.delivery.OwnTrouble;
import dev.onboard.events.AddressQuestion;
import dev.onboard.events.AddressReply;
import dev.onboard.events.EventJson;
import dev.onboard.mail.Addresses;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Answers questions for addresses, beside the work and without any part of it: with
 * consumers of its own, and what cannot be answered is dropped, for whoever asked gives
 * up after a second.
 */
@Configuration(proxyBeanMethods = false)
class AddressQuestions {

	/** A slow mail server has no more questions at once from each replica. */
	private static final int CONSUMERS = 2;

	private static final long LONGEST_STOP_MILLIS = 2000;

	@Bean
	SimpleMessageListenerContainer addressQuestionListener(ConnectionFactory connections, Addresses addresses) {
		RabbitTemplate replies = new RabbitTemplate(connections);
		replies.setUsePublisherConnection(true);
		replies.setExchange("onboarding.replies");
		SimpleMessageListenerContainer listener = new SimpleMessageListenerContainer(connections);
		listener.setQueueNames("mail.address-check");
		listener.setMessageListener((question) -> answer(question, addresses, replies));
		listener.setConcurrentConsumers(CONSUMERS);
		listener.setPrefetchCount(1);
		listener.setDefaultRequeueRejected(false);
		listener.setMissingQueuesFatal(false);
		listener.setPossibleAuthenticationFailureFatal(false);
		listener.setRecoveryBackOff(OwnTrouble.BACK_OFF);
		listener.setShutdownTimeout(LONGEST_STOP_MILLIS);
		return listener;
	}

	private static void answer(Message question, Addresses addresses, RabbitTemplate replies) {
		MessageProperties asked = question.getMessageProperties();
		String address = EventJson.read(AddressQuestion.class, asked.getType(), question.getBody()).address();
		AddressReply reply = addresses.check(address);
		MessageProperties properties = new MessageProperties();
		properties.setType(reply.type());
		properties.setContentType(MessageProperties.CONTENT_TYPE_JSON);
		properties.setDeliveryMode(MessageDeliveryMode.NON_PERSISTENT);
		properties.setCorrelationId(asked.getCorrelationId());
		replies.send(String.valueOf(asked.getReplyTo()), new Message(EventJson.write(reply), properties));
	}

}
