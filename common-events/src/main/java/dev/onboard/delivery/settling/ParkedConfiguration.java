package dev.onboard.delivery.settling;

import org.springframework.amqp.rabbit.annotation.RabbitListenerConfigurer;
import org.springframework.amqp.rabbit.config.ContainerCustomizer;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerEndpoint;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.amqp.autoconfigure.CachingConnectionFactoryConfigurer;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.amqp.autoconfigure.SimpleRabbitListenerContainerFactoryConfigurer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Only for a service that drains parked messages. */
@AutoConfiguration(after = RabbitAutoConfiguration.class)
@ConditionalOnBean(ParkedListener.class)
class ParkedConfiguration {

	/** Like the other one, which everything else uses. */
	@Bean(defaultCandidate = false)
	CachingConnectionFactory parkedConnection(CachingConnectionFactory connections,
			CachingConnectionFactoryConfigurer configurer) {
		CachingConnectionFactory own = new CachingConnectionFactory(connections.getRabbitConnectionFactory());
		configurer.configure(own);
		return own;
	}

	@Bean
	RabbitListenerConfigurer parkedListener(ParkedListener listener, Listeners listeners,
			@Qualifier("parkedConnection") CachingConnectionFactory connection,
			SimpleRabbitListenerContainerFactoryConfigurer configurer,
			ContainerCustomizer<SimpleMessageListenerContainer> containers) {
		SimpleRabbitListenerContainerFactory factory = new SimpleRabbitListenerContainerFactory();
		configurer.configure(factory, connection);
		factory.setContainerCustomizer((container) -> {
			containers.configure(container);
			container.setConcurrentConsumers(1);
			container.setMaxConcurrentConsumers(1);
		});
		SimpleRabbitListenerEndpoint endpoint = new SimpleRabbitListenerEndpoint();
		endpoint.setId(listener.queue());
		endpoint.setQueueNames(listener.queue());
		endpoint.setMessageListener(new ParkedSettling(listener, listeners));
		return (registrar) -> registrar.registerEndpoint(endpoint, factory);
	}

}
