package dev.valuecompass.io;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hexadecimal. */
public final class Digest {
    /** Copied for each use, which is cheaper than asking the security providers each time. */
    private static final MessageDigest SHA_256 = newDigest();

    private Digest() {}

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** One that has seen nothing yet. */
    static MessageDigest fresh() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            return newDigest();
        }
    }

    /** Two lower-case digits a byte. */
    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** 64 lower-case hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        return hex(fresh().digest(bytes));
    }

    /** The first 64 bits of the digest of a text in UTF-8: enough to tell texts apart that nobody made to be alike. */
    public static long first64(String text) {
        return ByteBuffer.wrap(fresh().digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** Of the text in UTF-8: 64 lower-case hexadecimal digits. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
