package dev.onboard.sandbox;

/**
 * What libraries read from system properties when their classes load. One that was set on
 * the command line stays.
 */
final class JvmSettings {

	private JvmSettings() {
	}

	static void apply() {
		// The JDK's HTTP server delays the end of a kept-alive answer by 40 ms without.
		set("sun.net.httpserver.nodelay", "true");
		// JDK 24+ warns of sun.misc.Unsafe; Netty and Guice manage without.
		set("io.netty.noUnsafe", "true");
		set("guice_custom_class_loading", "CHILD");
	}

	private static void set(String property, String value) {
		if (System.getProperty(property) == null) {
			System.setProperty(property, value);
		}
	}

}
