package dev.onboard.mail.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;

import javax.net.SocketFactory;

import dev.onboard.delivery.http.Deadlines;

/**
 * Sockets that are closed after a while, whatever is waited for then. The limit of each
 * answer alone would let a conversation of ten answers last ten times as long.
 */
final class TimedSockets extends SocketFactory {

	private final Duration limit;

	/**
	 * @param limit how long a socket may be open
	 */
	TimedSockets(Duration limit) {
		this.limit = limit;
	}

	/** Not connected yet; all that Jakarta Mail asks for. */
	@Override
	public Socket createSocket() {
		return new TimedSocket(this.limit);
	}

	@Override
	public Socket createSocket(String host, int port) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(InetAddress host, int port) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
		throw new UnsupportedOperationException();
	}

	private static final class TimedSocket extends Socket {

		private final Future<?> deadline;

		private TimedSocket(Duration limit) {
			this.deadline = Deadlines.in(limit, this::end);
		}

		private void end() {
			try {
				super.close();
			}
			catch (IOException ex) {
				// Nobody could do more; whoever waits for an answer notices the end of
				// it.
			}
		}

		@Override
		public synchronized void close() throws IOException {
			this.deadline.cancel(false);
			super.close();
		}

	}

}
