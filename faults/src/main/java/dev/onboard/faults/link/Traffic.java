package dev.onboard.faults.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** How the bytes of a connection are passed on; both ways end at the end of a stream. */
interface Traffic {

	/** Whatever is said. */
	Traffic PLAIN = new Traffic() {

		@Override
		public void requests(Socket client, Socket server, Valve valve) throws IOException, InterruptedException {
			pass(client, server, valve);
		}

		@Override
		public void answers(Socket server, Socket client, Valve valve) throws IOException, InterruptedException {
			pass(server, client, valve);
		}

		private void pass(Socket from, Socket to, Valve valve) throws IOException, InterruptedException {
			byte[] buffer = new byte[16_384];
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
				valve.pass();
				out.write(buffer, 0, length);
			}
			valve.pass();
		}

	};

	void requests(Socket client, Socket server, Valve valve) throws IOException, InterruptedException;

	void answers(Socket server, Socket client, Valve valve) throws IOException, InterruptedException;

}
