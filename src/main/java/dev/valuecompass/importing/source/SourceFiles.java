package dev.valuecompass.importing.source;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The published files of a platform, by name: from a folder or from an address. */
@FunctionalInterface
public interface SourceFiles {
    /** No published file is near this; a larger one is a mistake or an attack. */
    long LARGEST = 64L << 20;

    /** @throws DataException when there is no such file or it cannot be read */
    String text(String name);

    static SourceFiles at(String folderOrAddress) {
        return folderOrAddress.startsWith("http://") || folderOrAddress.startsWith("https://")
                ? under(URI.create(folderOrAddress.endsWith("/") ? folderOrAddress : folderOrAddress + "/"))
                : in(Path.of(folderOrAddress));
    }

    static SourceFiles in(Path folder) {
        return name -> {
            Path file = folder.resolve(name);
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new DataException(
                        new Defect(file.toString(), 0, "cannot be read (" + e + ")", "check the folder and its files"),
                        e);
            }
        };
    }

    private static SourceFiles under(URI base) {
        OkHttpClient http =
                new OkHttpClient.Builder().callTimeout(Duration.ofMinutes(2)).build();
        return name -> fetch(http, base.resolve(name));
    }

    private static String fetch(OkHttpClient http, URI address) {
        Request request = new Request.Builder().url(address.toString()).build();
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new DataException(
                        address.toString(), 0, "answered " + response.code(), "check the address of the folder");
            }
            return response.peekBody(LARGEST).string();
        } catch (IOException e) {
            throw new DataException(
                    new Defect(address.toString(), 0, "cannot be fetched (" + e + ")", "check address and network"), e);
        }
    }
}
