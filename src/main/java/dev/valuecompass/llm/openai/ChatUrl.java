package dev.valuecompass.llm.openai;

import dev.valuecompass.config.ConfigException;
import dev.valuecompass.config.Endpoint;
import dev.valuecompass.io.Defect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Makes the address of the chat-completions resource from a base URL, and refuses addresses that would leak a key. */
final class ChatUrl {
    private static final Pattern SECRET_NAME =
            Pattern.compile(".*(key|token|secret|password|signature|sig)$", Pattern.CASE_INSENSITIVE);

    private ChatUrl() {}

    /**
     * The base URL with {@code /chat/completions} behind its path; a query is kept, and what is there already is not
     * doubled.
     *
     * @throws ConfigException naming everything that is wrong with the address
     */
    static HttpUrl of(Endpoint endpoint) {
        HttpUrl base = HttpUrl.parse(endpoint.baseUrl().strip());
        if (base == null) {
            // What was written is not repeated: it may hold a key.
            throw refusal(endpoint, List.of("its base URL is no http:// or https:// address"));
        }
        List<String> wrong = new ArrayList<>();
        if (!base.username().isEmpty() || !base.password().isEmpty()) {
            wrong.add("its base URL contains a user name or password");
        }
        base.queryParameterNames().stream()
                .filter(name -> SECRET_NAME.matcher(name).matches())
                .forEach(name -> wrong.add("its base URL contains a key in '" + name + "'"));
        if (!base.isHttps() && !endpoint.keyEnv().isBlank() && !isLoopback(base.host())) {
            wrong.add("its key would travel unencrypted to " + base.host());
        }
        if (!wrong.isEmpty()) {
            throw refusal(endpoint, wrong);
        }
        return join(base);
    }

    private static HttpUrl join(HttpUrl base) {
        String path = base.encodedPath().replaceAll("/+$", "").replaceAll("/{2,}", "/");
        if (!path.endsWith("/chat/completions")) {
            path += "/chat/completions";
        }
        return base.newBuilder().encodedPath(path).fragment(null).build();
    }

    static String withoutSecrets(HttpUrl url) {
        return url.newBuilder().username("").password("").build().toString();
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("::1")
                || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static ConfigException refusal(Endpoint endpoint, List<String> wrong) {
        return new ConfigException(wrong.stream()
                .map(what -> new Defect(
                        "leaderboard.yml",
                        "endpoint '" + endpoint.id() + "': " + what,
                        "write https://host/v1 and name the key's environment variable in 'key-env'"))
                .toList());
    }
}
