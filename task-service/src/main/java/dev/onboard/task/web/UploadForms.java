package dev.onboard.task.web;

import java.io.IOException;
import java.nio.file.Path;

import dev.onboard.task.imports.ImportSettings;
import jakarta.servlet.MultipartConfigElement;

import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** What a form with a file may be, which lies on disk and not in memory. */
@Configuration(proxyBeanMethods = false)
class UploadForms {

	/** What a form has besides its file. */
	private static final DataSize REST = DataSize.ofKilobytes(100);

	@Bean
	MultipartConfigElement multipartConfigElement(ImportSettings settings) throws IOException {
		MultipartConfigFactory factory = new MultipartConfigFactory();
		factory.setLocation(UploadFolder.in(Path.of(System.getProperty("java.io.tmpdir"))).toString());
		factory.setMaxFileSize(settings.maxSize());
		factory.setMaxRequestSize(DataSize.ofBytes(settings.maxSize().toBytes() + REST.toBytes()));
		return factory.createMultipartConfig();
	}

}
