package dev.onboard.task;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.onboard.testing.Architecture;

import org.springframework.stereotype.Component;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The rooms of the task-service, under whatever root package. */
enum TaskArchitecture {

	/** Use cases and state can be read without knowing HTTP. */
	USE_CASES_KNOW_NO_WEB {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAnyPackage(root, root + ".person..", root + ".targets..", root + ".activation..",
						root + ".actor..", root + ".parked..", root + ".watchdog..", root + ".erasing..",
						root + ".naming..")
				.should()
				.dependOnClassesThat(
						resideInAnyPackage(root + ".web..", root + ".console..", "org.springframework.web..",
								"org.springframework.http..", "jakarta.servlet..", "org.apache.catalina.."));
		}
	},

	/** People are accepted and followed without knowing what else is done about them. */
	ROOT_KNOWS_NO_ROOM_THAT_USES_IT {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAPackage(root)
				.should()
				.dependOnClassesThat(resideInAnyPackage(root + ".parked..", root + ".watchdog..", root + ".erasing.."));
		}
	},

	/** Nor what is made of it. */
	USE_CASES_KNOW_NO_USE_OF_THEM {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAnyPackage(root, root + ".parked..", root + ".watchdog..", root + ".erasing..")
				.should()
				.dependOnClassesThat(resideInAnyPackage(root + ".imports..", root + ".naming..", root + ".alert..",
						root + ".metrics..", root + ".live..", root + ".reference.."));
		}
	},

	/** What is kept can be read without knowing any use of it. */
	WHAT_IS_KEPT_KNOWS_NO_USE {
		@Override
		ArchRule under(String root) {
			String[] kept = { root + ".person..", root + ".targets..", root + ".activation..", root + ".actor.." };
			return noClasses().that()
				.resideInAnyPackage(kept)
				.should()
				.dependOnClassesThat(
						resideInAPackage(root + "..").and(DescribedPredicate.not(resideInAnyPackage(kept))));
		}
	},

	/** A person is changed by a use case, with all that follows from it. */
	ONLY_USE_CASES_TOUCH_THE_TABLES_OF_PEOPLE {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAPackage(root + "..")
				.and()
				.resideOutsideOfPackages(root, root + ".person..", root + ".targets..", root + ".activation..",
						root + ".parked..", root + ".watchdog..", root + ".erasing..")
				.should()
				.dependOnClassesThat(DescribedPredicate.describe("are tables", (type) -> isTable(root, type)));
		}
	},

	/** An import can be read without knowing HTTP, and accepts people as all do. */
	IMPORTS_ACCEPT_PEOPLE_AS_ALL_DO {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAPackage(root + ".imports..")
				.should()
				.dependOnClassesThat(resideInAnyPackage(root + ".web..", root + ".metrics..", root + ".alert..",
						"dev.onboard.delivery.outbox..", "dev.onboard.events..", "org.springframework.web..",
						"org.springframework.http..", "jakarta.servlet.."));
		}
	},

	/** What a message is, and what becomes of it, is known in one place. */
	ONLY_MESSAGING_KNOWS_AMQP {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAPackage(root + "..")
				.and()
				.resideOutsideOfPackage(root + ".messaging..")
				.should()
				.dependOnClassesThat(resideInAnyPackage(root + ".messaging..", "dev.onboard.delivery.settling..",
						"org.springframework.amqp..", "com.rabbitmq.."));
		}
	},

	/**
	 * The REST API calls use cases, those of tokens too; it neither says nor hears
	 * events.
	 */
	WEB_USES_ONLY_USE_CASES {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAPackage(root + ".web..")
				.should()
				.dependOnClassesThat(resideInAPackage("dev.onboard..").and(DescribedPredicate.not(useCases(root)))
					.and(DescribedPredicate.not(resideInAnyPackage(root + ".web..", root + ".access"))));
		}
	},

	/** Names become logins without anybody being asked but us. */
	NAMING_USES_ONLY_THE_ROOT {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAPackage(root + ".naming..")
				.should()
				.dependOnClassesThat(resideInAPackage("dev.onboard..")
					.and(DescribedPredicate.not(resideInAnyPackage(root, root + ".naming.."))));
		}
	},

	/** A page that is told asks for the rest itself. */
	LIVE_USES_ONLY_THE_ROOT_AND_THE_WORDS {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAPackage(root + ".live..")
				.should()
				.dependOnClassesThat(resideInAPackage("dev.onboard..")
					.and(DescribedPredicate.not(resideInAnyPackage(root, root + ".live..", root + ".actor",
							root + ".person", root + ".targets", root + ".parked", "dev.onboard.events.."))));
		}
	},

	/** Pages call use cases, never the REST API or what it is made of. */
	CONSOLE_USES_ONLY_USE_CASES {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAPackage(root + ".console..")
				.should()
				.dependOnClassesThat(resideInAPackage("dev.onboard..").and(DescribedPredicate.not(useCases(root)))
					.and(DescribedPredicate.not(resideInAnyPackage(root + ".reference..", root + ".console.."))));
		}
	},

	/** What the API is, is said by its code, and by the rules of who may. */
	REFERENCE_KNOWS_ONLY_WHO_MAY {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAPackage(root + ".reference..")
				.should()
				.dependOnClassesThat(resideInAPackage("dev.onboard..")
					.and(DescribedPredicate.not(resideInAnyPackage(root + ".reference..", root + ".access"))));
		}
	},

	/** Who may do something is decided without knowing what it is. */
	ACCESS_KNOWS_NO_OTHER_ROOM {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAPackage(root + ".access..")
				.should()
				.dependOnClassesThat(resideInAPackage(root + ".*..")
					.and(DescribedPredicate.not(resideInAnyPackage(root + ".access..", root + ".actor"))));
		}
	},

	/** Receives, translates, calls one use case. */
	MESSAGING_USES_NO_WEB {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAPackage(root + ".messaging..")
				.should()
				.dependOnClassesThat(resideInAnyPackage(root + ".web..", "org.springframework.web.."));
		}
	},

	EVERY_PACKAGE_IS_NULL_MARKED {
		@Override
		ArchRule under(String root) {
			return Architecture.everyPackageIsNullMarked(root);
		}
	};

	private static final Set<String> TABLES_BESIDE_USE_CASES = Set.of("IdempotencyKeys", "activation.Activations",
			"activation.LinkOrders");

	private static boolean isTable(String root, JavaClass type) {
		boolean person = type.getPackageName().equals(root + ".person") && type.isAnnotatedWith(Component.class);
		return person || TABLES_BESIDE_USE_CASES.stream().anyMatch((name) -> type.getName().equals(root + "." + name));
	}

	/** What pages and the API are made of. */
	private static DescribedPredicate<JavaClass> useCases(String root) {
		return resideInAnyPackage(root, root + ".person..", root + ".targets..", root + ".activation..",
				root + ".actor..", root + ".parked..", root + ".erasing..", root + ".naming..", root + ".imports..");
	}

	abstract ArchRule under(String root);

}
