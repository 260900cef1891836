package dev.valuecompass.llm.openai;

import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;

/** What it means that no response came: a moment's trouble, or an address that will never answer. */
final class Loss {
    /** As common servers answer plain HTTP on a port of HTTPS. */
    private static final Pattern WANTS_HTTPS = Pattern.compile(
            "HTTP request (was sent )?to (an )?HTTPS|speaking plain HTTP to an SSL-enabled", Pattern.CASE_INSENSITIVE);

    private Loss() {}

    /** @param secret taken out of what the failure says before that is cut */
    static Attempt of(IOException e, HttpUrl url, Secret secret) {
        String server = url.host() + ":" + url.port();
        if (e instanceof OneAnswerEach.ExpectsTls) {
            return wantsHttps(url);
        }
        if (certificate(e)) {
            return hopeless("the certificate of " + url.host() + " is not accepted (" + reason(e, secret)
                    + "); check the base URL and the clock of this machine, and where a certificate of one's own is meant,"
                    + " name a trust store that has it: JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=FILE");
        }
        if (e instanceof SSLException && String.valueOf(e.getMessage()).contains("unrecognized SSL message")) {
            return hopeless(server + " does not speak HTTPS; write http:// in the base URL, or the port that does");
        }
        Attempt lost = Attempt.failed(
                Fate.TRANSIENT, Outcome.TRANSPORT_ERROR, "no response: " + describe(e, secret) + where(e, server));
        boolean neverArrived = e instanceof ConnectException || e instanceof UnknownHostException;
        return neverArrived ? lost.free() : lost;
    }

    private static String where(IOException e, String server) {
        if (e instanceof UnknownHostException) {
            return " (see whether the base URL is spelt right)";
        }
        return e instanceof ConnectException ? " (does a server listen at " + server + "?)" : "";
    }

    /** Whether the text of an error says that plain HTTP came to a port of HTTPS. */
    static boolean wantsHttps(HttpUrl url, int code, String text) {
        return !url.isHttps() && code == 400 && WANTS_HTTPS.matcher(text).find();
    }

    static Attempt wantsHttps(HttpUrl url) {
        return hopeless(url.host() + ":" + url.port() + " speaks HTTPS only; write https:// in the base URL");
    }

    private static Attempt hopeless(String what) {
        return Attempt.failed(Fate.HOPELESS, Outcome.TRANSPORT_ERROR, what).free();
    }

    private static boolean certificate(IOException e) {
        boolean named = e instanceof SSLException
                && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("certificate");
        return named || e instanceof SSLPeerUnverifiedException || cause(e) instanceof CertificateException;
    }

    /** The innermost certificate failure; the failure itself when there is none. */
    private static Throwable cause(Throwable e) {
        Throwable found = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            found = cause instanceof CertificateException ? cause : found;
        }
        return found;
    }

    private static String reason(IOException e, Secret secret) {
        String text = secret.removeFrom(String.valueOf(cause(e).getMessage()));
        return text.lines().findFirst().orElse("").strip().replaceAll("[:;]$", "");
    }

    private static String describe(IOException e, Secret secret) {
        String message = e.getMessage() == null
                ? ""
                : ": " + secret.removeFrom(e.getMessage()).lines().findFirst().orElse("");
        return e.getClass().getSimpleName() + message;
    }
}
