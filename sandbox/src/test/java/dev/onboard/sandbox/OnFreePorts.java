package dev.onboard.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settings for a sandbox beside whatever else runs here.
 */
final class OnFreePorts {

	private OnFreePorts() {
	}

	static SandboxSettings settings() throws IOException {
		List<ServerSocket> held = new ArrayList<>();
		try {
			for (int i = 0; i < 4; i++) {
				held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
			}
			return new SandboxSettings("127.0.0.1", held.get(0).getLocalPort(), held.get(1).getLocalPort(),
					held.get(2).getLocalPort(), held.get(3).getLocalPort(), "example.com", Optional.empty());
		}
		finally {
			for (ServerSocket socket : held) {
				socket.close();
			}
		}
	}

}
