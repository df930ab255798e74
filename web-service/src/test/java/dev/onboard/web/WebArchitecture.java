package dev.onboard.web;

import com.tngtech.archunit.lang.ArchRule;
import dev.onboard.testing.Architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rooms of this service, under whatever root package. */
enum WebArchitecture {

	/** What the service is for stands in its root, and needs no folder of it. */
	USE_CASES_KNOW_NO_AMQP_AND_NO_ADAPTER {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAPackage(root)
				.should()
				.dependOnClassesThat()
				.resideInAnyPackage("org.springframework.amqp..", "com.rabbitmq..", "dev.onboard.delivery.settling..",
						root + ".*..");
		}
	},

	ONLY_MESSAGING_HEARS_MESSAGES {
		@Override
		ArchRule under(String root) {
			return noClasses().that()
				.resideInAPackage(root + "..")
				.and()
				.resideOutsideOfPackage(root + ".messaging..")
				.should()
				.dependOnClassesThat()
				.resideInAnyPackage("org.springframework.amqp..", "com.rabbitmq..", "dev.onboard.delivery.settling..");
		}
	},

	/** A target can go without any other folder noticing. */
	FOLDERS_DO_NOT_KNOW_EACH_OTHER {
		@Override
		ArchRule under(String root) {
			return slices().matching(root + ".(*)..").should().notDependOnEachOther();
		}
	},

	EVERY_PACKAGE_IS_NULL_MARKED {
		@Override
		ArchRule under(String root) {
			return Architecture.everyPackageIsNullMarked(root);
		}
	};

	abstract ArchRule under(String root);

}
