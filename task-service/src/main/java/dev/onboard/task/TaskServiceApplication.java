package dev.onboard.task;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties(TaskSettings.class)
class TaskServiceApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(TaskServiceApplication.class, arguments);
	}

}
