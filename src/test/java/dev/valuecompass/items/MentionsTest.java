package dev.valuecompass.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {
    @TempDir
    Path data;

    private Gazetteer shipped() {
        return Gazetteer.read(DataFolder.over(data));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Should Norway's fund leave oil?; NO
            At a school in Kumasi, Kwame waited.; GH
            Are Nigerian courts fairer than those of Niger?; NE,NG
            Should the US and the U.K. share data with us?; GB,US
            Does Latin America need a common army?; ''
            Would Papua New Guinea or Guinea-Bissau agree?; GW,PG
            Do North Koreans or South Korea decide?; KP,KR
            Is he a Germanophile who likes Turkish delight?; ''
            Should turkey be served, and polish the silver?; ''
            Did Côte d'Ivoire, São Paulo and Zürich vote?; BR,CH,CI
            """)
    void countries(String text, String codes) {
        assertThat(shipped().mentioned(text))
                .containsExactlyElementsOf(codes.isEmpty() ? List.of() : List.of(codes.split(",")));
    }

    /** Java knows the codes of ISO 3166-1; only Kosovo has none. */
    @Test
    void everyCodeIsOfTheStandard() {
        Set<String> known = Set.of(Locale.getISOCountries());
        Gazetteer gazetteer = shipped();
        assertThat(gazetteer.countries().keySet().stream().filter(code -> !known.contains(code)))
                .containsExactly("XK");
        assertThat(gazetteer.countries()).hasSizeGreaterThan(190);
        assertThat(gazetteer.countries().values().stream()
                        .map(Gazetteer.Country::region)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("Africa", "Americas", "Asia", "Europe", "Oceania");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Was the law of 1968 just?; 1968
            Since the 1990s, and by July 4, 2024, much changed.; 1990,2024
            On 2023-05-17 it was signed (1999) again.; 1999,2023
            Should 2000 euros a month go to 1800 workers?; ''
            Is a fine of $1950 or 1,500 fair in 1500 homes?; ''
            After the 2016 referendum, 2015–2019 was chaos.; 2015,2016,2019
            Is 1066 too long ago, or 2500 too far?; ''
            """)
    void years(String text, String years) {
        assertThat(Years.mentioned(text))
                .containsExactlyElementsOf(
                        years.isEmpty()
                                ? List.of()
                                : Stream.of(years.split(","))
                                        .map(Integer::valueOf)
                                        .toList());
    }

    @Test
    void areWrittenIntoTheItem() {
        Provenance pool = new Provenance("pool", "", "", "", "", Map.of());
        Item item = new Item("a", "toy", List.of("v"), "", "Was France right to leave Mali in 2022?", false, pool);
        assertThat(new Mentions(shipped()).in(List.of(item)))
                .extracting(
                        Item::text,
                        i -> i.provenance().countries(),
                        i -> i.provenance().years())
                .containsExactly(tuple(item.text(), List.of("FR", "ML"), List.of(2022)));
    }

    @Test
    void tellsEveryMistakeOfTheFile() throws IOException {
        Files.createDirectories(data.resolve("gazetteer"));
        Files.writeString(data.resolve("gazetteer/places.csv"), """
                code,region,names,demonyms,cities
                no,Europe,Norway,Norwegian,Oslo
                SE,Europe,,Swedish,
                DK,Europe,Denmark,Norwegian,
                """);
        assertThatThrownBy(this::shipped)
                .isInstanceOfSatisfying(
                        DataException.class,
                        e -> assertThat(e.defects())
                                .extracting("line", "what")
                                .containsExactly(
                                        tuple(2, "code 'no'"),
                                        tuple(3, "'SE' has no name"),
                                        tuple(4, "'Norwegian' belongs to 'no' already")));
    }
}
