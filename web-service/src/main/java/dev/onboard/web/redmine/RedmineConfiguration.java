package dev.onboard.web.redmine;

import java.util.Map;
import java.util.stream.Collectors;

import dev.onboard.delivery.ledger.Effect;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedmineSettings.class)
class RedmineConfiguration {

	@Bean
	RedmineLocation redmineLocation(RedmineSettings settings) {
		return new RedmineLocation(settings);
	}

	@Bean
	Effect redmineAccount(RedmineLocation location) {
		return new RedmineEffect(AddingAccount.EFFECT, location, AddingAccount::perform);
	}

	@Bean
	Effect redmineRoles(RedmineLocation location, Environment environment) {
		GrantingRole granting = new GrantingRole(roles(environment));
		return new RedmineEffect("redmine-roles", location, granting::perform);
	}

	/** All roles by name, for many get nothing here; a word that is not known fails. */
	static Map<String, Role> roles(Environment environment) {
		Map<String, Parts> roles = Binder.get(environment)
			.bind("onboard.roles", Bindable.mapOf(String.class, Parts.class),
					new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
			.orElse(Map.of());
		return roles.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (role) -> role.getValue().redmine()));
	}

	/**
	 * What a role consists of.
	 *
	 * @param redmine ours
	 * @param mail the mail-service's
	 */
	record Parts(@DefaultValue Role redmine, @DefaultValue Map<String, Object> mail) {
	}

}
