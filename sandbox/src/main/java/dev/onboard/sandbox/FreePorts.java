package dev.onboard.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Tries the ports before anything starts: a taken one that James meets ends in a stack
 * trace that names no setting.
 */
final class FreePorts {

	private FreePorts() {
	}

	/**
	 * Returns if every port can be bound now.
	 * @throws InvalidSetting naming the variable of the first that cannot
	 */
	static void check(SandboxSettings settings) {
		InetAddress address = address(settings.bind());
		settings.ports().forEach((variable, port) -> {
			try {
				listen(address, port);
			}
			catch (IOException ex) {
				throw new InvalidSetting(variable, port.toString(), "cannot listen there on " + settings.bind() + " ("
						+ ex.getMessage() + "). Stop what uses this port, or set another one.");
			}
		});
	}

	private static InetAddress address(String bind) {
		try {
			InetAddress address = InetAddress.getByName(bind);
			listen(address, 0);
			return address;
		}
		catch (IOException ex) {
			throw new InvalidSetting("SANDBOX_BIND", bind, "give an address of this machine, or 0.0.0.0 for all.");
		}
	}

	private static void listen(InetAddress address, int port) throws IOException {
		new ServerSocket(port, 1, address).close();
	}

}
