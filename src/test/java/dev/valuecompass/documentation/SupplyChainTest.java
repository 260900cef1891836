package dev.valuecompass.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The bill of materials that the build made, its licences, and the page that lists them. */
class SupplyChainTest {
    private static final Path BILL = Path.of("target/bom.json");
    private static final Path PAGE = Path.of("docs/supply-chain.md");
    private static final Path MADE = Path.of("target/supply-chain.md");
    private static final Set<String> COMPATIBLE = Set.of(
            "Apache-2.0",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause",
            "ISC",
            "LGPL-2.1-or-later or Apache-2.0");
    private static final String HEAD = """
            # What the program is made of

            Everything that runs, with its licence. This page is made from the bill of materials (CycloneDX, `target/bom.json`) that each
            build writes; a test compares the two and refuses a licence that does not go with Apache-2.0. Versions are pinned. The
            jar is reproducible: `src/test/sh/reproducible.sh` builds it twice and compares the bytes, as `./compass test` does. Dependabot
            proposes newer versions each month. The site loads nothing from elsewhere.

            What tests run from npm (`src/test/sh/setup.sh`) stands in `package-lock.json` with its SHA-512, and is unpacked only when that
            holds; nothing that a package brings is run to install it. The actions of the workflows are pinned by commit. The images of
            the `Dockerfile` are pinned by digest; `BUILD_IMAGE` and `RUN_IMAGE` name others.

            LIBLINEAR's Java port and JLine declare "The BSD License" without a number, which the bill's tool reads as four
            clauses; LIBLINEAR itself and JLine are under the three-clause licence.

            | library | version | licence |
            |---|---|---|
            """;

    @BeforeEach
    void theBuildWroteTheBill() {
        boolean there = Files.exists(BILL);
        assertThat(there || !"true".equals(System.getenv("CI")))
                .as("the build wrote no %s", BILL)
                .isTrue();
        assumeTrue(there, "there is no " + BILL + " yet; mvn verify writes it before the tests");
    }

    @Test
    void thePageListsEveryLibraryWithItsLicence() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        components()
                .map(component -> "| %s | %s | %s |\n"
                        .formatted(
                                component.get("group").asString() + ":"
                                        + component.get("name").asString(),
                                component.get("version").asString(),
                                licence(component)))
                .sorted()
                .forEach(page::append);
        Files.writeString(MADE, page);
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("the libraries changed: cp %s %s", MADE, PAGE)
                .isEqualTo(page.toString());
    }

    @Test
    void everyLicenceGoesWithOurs() throws IOException {
        assertThat(components().map(SupplyChainTest::licence)).allMatch(COMPATIBLE::contains);
    }

    private static Stream<JsonNode> components() throws IOException {
        List<JsonNode> components = new ArrayList<>();
        Json.tree(Files.readString(BILL), "bom.json").get("components").forEach(components::add);
        assertThat(components).isNotEmpty();
        return components.stream();
    }

    private static String licence(JsonNode component) {
        List<String> names = new ArrayList<>();
        component.path("licenses").forEach(entry -> {
            JsonNode licence = entry.path("license");
            names.add(licence.path("id")
                    .asString(licence.path("name")
                            .asString(entry.path("expression").asString("?"))));
        });
        return String.join(" or ", names);
    }
}
