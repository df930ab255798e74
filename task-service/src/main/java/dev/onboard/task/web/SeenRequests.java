package dev.onboard.task.web;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.ObservationPredicate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What is seen of requests to the API: their metrics and traces, which health checks do
 * not have, and whom they are about.
 */
@Configuration(proxyBeanMethods = false)
class SeenRequests implements WebMvcConfigurer, HandlerInterceptor {

	private static final String PERSON = "person";

	private static final Set<String> HEALTH = Set.of("/livez", "/readyz");

	@Bean
	static ObservationPredicate onlyTheApi() {
		return (name, context) -> !(context instanceof ServerRequestObservationContext request)
				|| request.getCarrier() == null || !HEALTH.contains(request.getCarrier().getRequestURI());
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this)
			.addPathPatterns("/users/{id}", "/users/{id}/**", "/console/people/{id}", "/console/people/{id}/**");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		String person = person(request);
		if (person != null) {
			MDC.put(PERSON, person);
			ServerHttpObservationFilter.findObservationContext(request)
				.ifPresent((seen) -> seen.addHighCardinalityKeyValue(KeyValue.of(PERSON, person)));
		}
		return true;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception ex) {
		MDC.remove(PERSON);
	}

	/** Anybody may have typed it; null if it is no id. */
	private static @Nullable String person(HttpServletRequest request) {
		if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
				&& variables.get("id") instanceof String id) {
			try {
				return UUID.fromString(id).toString();
			}
			catch (IllegalArgumentException ex) {
				return null;
			}
		}
		return null;
	}

}
