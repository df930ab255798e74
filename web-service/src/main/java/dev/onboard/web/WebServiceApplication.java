package dev.onboard.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@SpringBootApplication
@EnableConfigurationProperties(WebSettings.class)
class WebServiceApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(WebServiceApplication.class, arguments);
	}

}
