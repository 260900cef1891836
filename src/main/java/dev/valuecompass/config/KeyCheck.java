package dev.valuecompass.config;

import dev.valuecompass.io.Defect;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Asks for keys at the last moment: whoever is about to send checks the endpoints that will be sent to, so that a run
 * that is fully answered from the store, or a plan, or a page needs no key.
 */
public final class KeyCheck {
    private KeyCheck() {}

    /**
     * @param endpoints that requests will go to
     * @param environment the environment variables
     * @param file the leaderboard's file, to name in messages
     * @throws ConfigException when a variable that one of them needs is unset or blank
     */
    public static void require(Collection<Endpoint> endpoints, Map<String, String> environment, String file) {
        List<Defect> unset = unset(endpoints, environment, file);
        if (!unset.isEmpty()) {
            throw new ConfigException(unset);
        }
    }

    /** One defect for each endpoint whose variable is unset or blank. */
    static List<Defect> unset(Collection<Endpoint> endpoints, Map<String, String> environment, String file) {
        return endpoints.stream()
                .distinct()
                .filter(endpoint -> !endpoint.keyEnv().isEmpty())
                .filter(endpoint ->
                        environment.getOrDefault(endpoint.keyEnv(), "").isBlank())
                .map(endpoint -> new Defect(
                        file,
                        "the endpoint '" + endpoint.id() + "' needs the environment variable " + endpoint.keyEnv()
                                + ", which is not set",
                        "set it to the key: export " + endpoint.keyEnv() + "=…"))
                .toList();
    }
}
