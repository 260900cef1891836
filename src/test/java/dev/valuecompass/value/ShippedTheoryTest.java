package dev.valuecompass.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The theory that ships with the program. */
class ShippedTheoryTest {
    private final Theory theory = Theory.load(DataFolder.over(Path.of("no-such-folder")));

    @Test
    void theFourSystemsAreThere() {
        assertThat(theory.systemIds()).containsExactly("mft", "safety", "schwartz", "unique");
        assertThat(theory.system("schwartz").dimensionIds())
                .containsExactly(
                        "self-direction",
                        "stimulation",
                        "hedonism",
                        "achievement",
                        "power",
                        "security",
                        "conformity",
                        "tradition",
                        "benevolence",
                        "universalism");
        assertThat(theory.system("mft").dimensionIds())
                .containsExactly("care", "fairness", "loyalty", "authority", "sanctity");
        assertThat(theory.system("unique").dimensionIds())
                .containsExactly("self-competence", "user-oriented", "social", "idealistic", "professional", "ethical");
        assertThat(theory.system("safety").dimensionIds())
                .containsExactly(
                        "representation-toxicity",
                        "misinformation",
                        "information-safety",
                        "malicious-use",
                        "human-autonomy-integrity",
                        "socioeconomic");
    }

    @Test
    void systemsSayHowTheyElicitAndRead() {
        assertThat(theory.system("schwartz"))
                .matches(s -> s.reading() == ScoreMeaning.DESCRIPTIVE && s.elicitation() == Elicitation.OPINION)
                .matches(s -> s.measures() == Measures.ALL && s.circular() && s.evolving());
        assertThat(theory.system("mft"))
                .matches(s -> s.reading() == ScoreMeaning.NORMATIVE && s.elicitation() == Elicitation.COMPLETION)
                .matches(s -> s.measures() == Measures.TARGET && !s.circular());
        assertThat(theory.system("unique"))
                .matches(s -> s.reading() == ScoreMeaning.DESCRIPTIVE && s.elicitation() == Elicitation.COMPLETION)
                .matches(s -> s.measures() == Measures.TARGET && !s.circular());
        assertThat(theory.system("safety"))
                .matches(s -> s.reading() == ScoreMeaning.NORMATIVE && s.elicitation() == Elicitation.REPLY)
                .matches(s -> s.measures() == Measures.TARGET && !s.circular());
    }

    @Test
    void hedonismBelongsToTwoGroups() {
        assertThat(theory.system("schwartz").groups())
                .filteredOn(group -> group.dimensions().contains("hedonism"))
                .extracting(Group::id)
                .containsExactly("openness-to-change", "self-enhancement");
        assertThat(theory.system("schwartz").groups()).hasSize(4);
        assertThat(theory.system("unique").groups())
                .extracting(Group::id)
                .containsExactly("competence", "character", "integrity");
    }

    @Test
    void safetyHas16TasksAnd66Categories() {
        List<Dimension.Task> tasks = theory.system("safety").dimensions().stream()
                .flatMap(dimension -> dimension.tasks().stream())
                .toList();
        Stream<String> categories =
                tasks.stream().flatMap(task -> task.categories().stream()).map(Dimension.Category::id);
        assertThat(tasks).hasSize(16);
        // C1 to C67 without C61, which the source does not use.
        assertThat(categories)
                .hasSize(66)
                .doesNotHaveDuplicates()
                .contains("C1", "C67")
                .doesNotContain("C61");
    }

    @Test
    void everySeriesHasItsCountries() {
        assertThat(theory.series("wvs6").cultures()).hasSize(60);
        assertThat(theory.series("wvs5").cultures()).hasSize(52);
        assertThat(theory.series("ess11").cultures()).hasSize(30);
        assertThat(theory.series("mfq2-2021").cultures()).hasSize(19);
        assertThat(theory.seriesOf("schwartz")).extracting(CultureSeries::id).containsExactly("ess11", "wvs5", "wvs6");
        assertThat(theory.culture("wvs6/CN").country()).isEqualTo("China");
    }

    @Test
    void thePanCulturalBaselineIsAnOrder() {
        assertThat(theory.baseline("schwartz").orElseThrow().order())
                .hasSize(10)
                .startsWith("benevolence")
                .endsWith("power");
        assertThat(theory.baseline("mft")).isEmpty();
    }

    @Test
    void equalWeightsComeFirstInEverySystem() {
        for (ValueSystem system : theory.systems()) {
            WeightProfile first = theory.profiles(system.id()).get(0);
            assertThat(first.id()).isEqualTo("equal");
            assertThat(first.weights().keySet()).containsExactlyElementsOf(system.dimensionIds());
            assertThat(first.weights().values()).containsOnly(1.0);
        }
        assertThat(theory.profiles("schwartz"))
                .extracting(WeightProfile::id)
                .contains("conservation", "tutor-for-children", "public-service", "creative-partner");
    }

    @Test
    void unknownIdsAreRefusedWithTheNearestKnownOne() {
        assertThatThrownBy(() -> theory.system("swartz"))
                .isInstanceOf(DataException.class)
                .hasMessage("value system: unknown id 'swartz'; did you mean 'schwartz'?"
                        + " known: mft, safety, schwartz, unique");
        assertThatThrownBy(() -> theory.culture("mfq2-2021/JPN"))
                .hasMessageContaining("did you mean 'mfq2-2021/JP'? known: mfq2-2021/AE, ");
        assertThatThrownBy(() -> theory.series("wvs7")).hasMessageContaining("did you mean 'wvs5'");
        assertThatThrownBy(() -> theory.profiles("mtf")).hasMessageContaining("did you mean 'mft'");
    }
}
