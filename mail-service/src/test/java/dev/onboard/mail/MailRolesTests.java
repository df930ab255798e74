package dev.onboard.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** The roles as {@code application.yml} reads them from the file of roles. */
class MailRolesTests {

	@TempDir
	private Path folder;

	@Test
	void areReadFromTheFile() throws IOException {
		service("""
				onboard:
				  roles:
				    developer:
				      mail:
				        aliases: ["{first}.{last}", "{login}.dev@example.com"]
				        groups: [developers@example.com]
				        quota: 5GB
				      redmine:
				        groups: [Developers]
				    guest:
				      redmine:
				        groups: [Guests]
				""").run((context) -> {
			Map<String, MailRoles.Role> roles = context.getBean(MailRoles.class).roles();
			assertThat(roles).containsOnlyKeys("developer", "guest");
			assertThat(Objects.requireNonNull(roles.get("developer")).mail())
				.isEqualTo(new MailRoles.Extras(List.of("{first}.{last}", "{login}.dev@example.com"),
						List.of("developers@example.com"), DataSize.ofGigabytes(5)));
			assertThat(Objects.requireNonNull(roles.get("guest")).mail())
				.isEqualTo(new MailRoles.Extras(List.of(), List.of(), null));
		});
	}

	/** As in the other services, or nobody could be given the role. */
	@Test
	void haveTheNamesThatTheyHaveInTheFile() throws IOException {
		service("""
				onboard:
				  roles:
				    team-lead: {mail: {quota: 5GB}}
				    qa_lead: {redmine: {groups: [QA]}}
				    Developer: {mail: {groups: [developers@example.com]}}
				    nobody: {}
				""").run((context) -> assertThat(context.getBean(MailRoles.class).roles()).containsOnlyKeys("team-lead",
				"qa_lead", "Developer", "nobody"));
	}

	@Test
	void areNoneWithoutTheFile() {
		new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
			.withUserConfiguration(Settings.class)
			.withPropertyValues("MAIL_KEY=x", "ROLES_FILE=" + this.folder.resolve("nowhere.yml"))
			.run((context) -> assertThat(context.getBean(MailRoles.class)).isEqualTo(new MailRoles(Map.of())));
	}

	@ParameterizedTest
	@CsvSource({ "aliases,'\"{fist}.{last}\"',aliases in roles.yml must be", "aliases,a b,aliases in roles.yml must be",
			"groups,developers,groups in roles.yml must be", "quota,-5GB,quota in roles.yml must be" })
	void failTheStartWithWordsThatNameTheFile(String setting, String value, String why) throws IOException {
		service("onboard.roles.developer.mail." + setting + ": " + value).run((context) -> assertThat(
				NestedExceptionUtils.getMostSpecificCause(Objects.requireNonNull(context.getStartupFailure())))
			.hasMessageContaining(why));
	}

	private ApplicationContextRunner service(String roles) throws IOException {
		Path file = Files.writeString(this.folder.resolve("roles.yml"), roles);
		return new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
			.withUserConfiguration(Settings.class)
			.withPropertyValues("MAIL_KEY=x", "ROLES_FILE=" + file);
	}

	@EnableConfigurationProperties(MailRoles.class)
	static class Settings {

	}

}
