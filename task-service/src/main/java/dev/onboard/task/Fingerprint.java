package dev.onboard.task;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells a repeat of a request from another one. */
public final class Fingerprint {

	private Fingerprint() {
	}

	/** SHA-256 of the bytes, in hex. */
	public static String of(byte[] request) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

}
