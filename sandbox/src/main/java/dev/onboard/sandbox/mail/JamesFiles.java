package dev.onboard.sandbox.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.onboard.sandbox.template.Template;

/**
 * James's configuration, as files: James 3.8 reads it from nowhere else. A protocol
 * without a file is started with defaults, so the ones that are off have files too.
 */
final class JamesFiles {

	private static final List<String> NAMES = List.of("dnsservice.xml", "domainlist.xml", "imapserver.xml",
			"jmap.properties", "lmtpserver.xml", "mailetcontainer.xml", "mailrepositorystore.xml",
			"managesieveserver.xml", "pop3server.xml", "smtpserver.xml", "usersrepository.xml", "webadmin.properties");

	private JamesFiles() {
	}

	static void write(MailServerSettings settings) throws IOException {
		Path conf = Files.createDirectories(settings.directory().resolve("conf"));
		for (String name : NAMES) {
			Files.writeString(conf.resolve(name), Template.of("/james/" + name).fill(settings.places()));
		}
	}

}
