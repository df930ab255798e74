package dev.onboard.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One thing for each client, who is told from others by an address. Remembers the clients
 * that came last; those before them get a new one when they come again. Thread-safe.
 *
 * @param <T> what each of them has
 */
public final class PerClient<T> {

	/** Clients that have one at the same time, at most. */
	public static final int REMEMBERED = 10_000;

	/**
	 * Whoever has an IPv6 address has these bytes of it from others, and the rest free.
	 */
	private static final int NETWORK_BYTES = 8;

	private static final int LONGEST_ADDRESS = 64;

	private final Supplier<T> fresh;

	private final Map<String, T> known = new LinkedHashMap<>(16, 0.75f, true);

	/**
	 * @param fresh makes one for a client who has none
	 */
	public PerClient(Supplier<T> fresh) {
		this.fresh = fresh;
	}

	/**
	 * The client's.
	 * @param address of the client, or what a proxy calls it; any text
	 */
	public T of(String address) {
		String network = network(address);
		synchronized (this.known) {
			T one = this.known.computeIfAbsent(network, (key) -> this.fresh.get());
			if (this.known.size() > REMEMBERED) {
				this.known.remove(this.known.keySet().iterator().next());
			}
			return one;
		}
	}

	/**
	 * A proxy may tell of anything; what is no address must not be looked up as a name.
	 */
	private static String network(String address) {
		if (!address.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
			return asItIs(address);
		}
		try {
			byte[] bytes = InetAddress.getByName(address).getAddress();
			return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
		}
		catch (UnknownHostException ex) {
			return asItIs(address);
		}
	}

	private static String asItIs(String address) {
		return address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
	}

}
