package dev.onboard.testing;

import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rooms of a service that carries steps through, under whatever root package. */
public enum ServiceArchitecture {

	/** What the service is for stands in its root, and needs no folder of it. */
	USE_CASES_KNOW_NO_AMQP_AND_NO_ADAPTER {
		@Override
		public ArchRule under(String root) {
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
		public ArchRule under(String root) {
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
		public ArchRule under(String root) {
			return slices().matching(root + ".(*)..").should().notDependOnEachOther();
		}
	},

	EVERY_PACKAGE_IS_NULL_MARKED {
		@Override
		public ArchRule under(String root) {
			return Architecture.everyPackageIsNullMarked(root);
		}
	};

	public abstract ArchRule under(String root);

}
