package dev.onboard.task.live;

import io.micrometer.observation.ObservationPredicate;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveSettings.class)
class LiveConfiguration {

	/** They last as long as a page is open, which says nothing of how fast we answer. */
	@Bean
	static ObservationPredicate noOpenPages() {
		return (name, context) -> !(context instanceof ServerRequestObservationContext request)
				|| request.getCarrier() == null || !request.getCarrier().getRequestURI().equals("/live");
	}

}
