package dev.valuecompass.importing;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.TextFile;
import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/**
 * The files below a web address. Whoever named it trusts that server and no other, so a redirect is followed only where it
 * stays there.
 */
final class RemoteFolder implements SourceFiles {
    /** No published file is near this; a larger one is a mistake or an attack. */
    private static final long LARGEST = 64L << 20;

    private static final int REDIRECTS = 5;
    private static final long PIECE = 64 << 10;

    private final HttpUrl base;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .callTimeout(Duration.ofMinutes(2))
            .followRedirects(false)
            .followSslRedirects(false)
            .build();

    /** @throws DataException when it is no web address */
    RemoteFolder(String address) {
        HttpUrl url = HttpUrl.parse(address.endsWith("/") ? address : address + "/");
        if (url == null) {
            throw new DataException(
                    address, "is not a web address", "write https://host/folder, or name a folder of this machine");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new DataException(
                    url.host(),
                    "the address contains a user name or password",
                    "remove what stands before the '@', or fetch the files yourself and name their folder");
        }
        this.base = url;
    }

    @Override
    public String text(String name) {
        HttpUrl address = base.resolve(name);
        for (int i = 0; i <= REDIRECTS; i++) {
            try (Response response =
                    http.newCall(new Request.Builder().url(address).build()).execute()) {
                if (!response.isRedirect()) {
                    return body(address, response);
                }
                address = next(address, response.header("Location", ""));
            } catch (IOException e) {
                throw new DataException(
                        new Defect(address.toString(), "cannot be fetched (" + e + ")", "check address and network"),
                        e);
            }
        }
        throw new DataException(
                address.toString(), "points on and on to another address", "name the address where the files are");
    }

    /** Where a redirect leads. @throws DataException when that is another server, or the same one unencrypted */
    private static HttpUrl next(HttpUrl from, String location) {
        HttpUrl to = from.resolve(location);
        boolean same = to != null
                && to.host().equals(from.host())
                && (to.port() == from.port() && to.isHttps() == from.isHttps()
                        || !from.isHttps() && to.isHttps() && to.port() == 443 && from.port() == 80);
        if (!same) {
            throw new DataException(
                    from.toString(),
                    "points to another server: "
                            + (to == null ? "'" + location + "'" : to.scheme() + "://" + to.host() + ":" + to.port()),
                    "if the files are there now, name that address instead");
        }
        return to;
    }

    private static String body(HttpUrl address, Response response) throws IOException {
        if (!response.isSuccessful()) {
            throw new DataException(
                    address.toString(), "answered " + response.code(), "check the address of the folder");
        }
        BufferedSource source = response.body().source();
        Buffer text = new Buffer();
        while (source.read(text, PIECE) >= 0) {
            if (text.size() > LARGEST) {
                throw new DataException(
                        address.toString(),
                        "is larger than " + (LARGEST >> 20) + " MiB, which no published file is",
                        "check that this is the published file");
            }
        }
        return TextFile.decode(text.readByteArray(), address.toString());
    }
}
