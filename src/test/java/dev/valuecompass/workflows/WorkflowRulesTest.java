package dev.valuecompass.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.launcher.ProgramFolder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R76 to R78: what a workflow may do, with which rights, and who knows the keys. */
class WorkflowRulesTest {
    private static final Pattern PINNED = Pattern.compile("[\\w-]+/[\\w/-]+@[0-9a-f]{40}");
    private static final Pattern USES = Pattern.compile("uses: (\\S+)(.*)");
    private static final Set<String> WRITING = Set.of("commit");
    private static final Set<String> ASKING = Set.of("generate", "evaluate");

    static Stream<Workflow> workflows() {
        return Stream.concat(Workflow.all().stream(), Workflow.all(Workflow.OF_NEW_LEADERBOARDS).stream());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void r76EveryActionIsPinnedByCommitAndSaysItsVersion(Workflow workflow) {
        Matcher uses = USES.matcher(workflow.text());
        int seen = 0;
        while (uses.find()) {
            seen++;
            if (!uses.group(1).startsWith("./") && !uses.group(1).equals(LocalActions.OURS)) {
                assertThat(uses.group(1)).matches(PINNED);
                assertThat(uses.group(2)).matches(" # v\\d+\\.\\d+\\.\\d+");
            }
        }
        assertThat(seen).isPositive();
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void r76NothingIsAllowedUnlessAJobAsksForIt(Workflow workflow) {
        assertThat(workflow.root().get("permissions")).isEqualTo(Map.of());
        workflow.jobs().forEach((id, job) -> {
            assertThat(job).as(id).containsKey("permissions");
            boolean writes = "write".equals(Workflow.map(job.get("permissions")).get("contents"));
            boolean may = WRITING.contains(id) || workflow.name().equals("release.yml") && id.equals("publish");
            assertThat(writes).as(id + " writes to the repository").isEqualTo(may);
        });
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void r76NoTextFromOutsideEntersAShellAndNoForeignPullRequestGetsRights(Workflow workflow) {
        Set<String> triggers =
                new TreeSet<>(Workflow.map(workflow.root().get("on")).keySet());
        assertThat(triggers).doesNotContain("pull_request_target", "issue_comment", "issues", "workflow_run");
        steps(workflow)
                .filter(step -> step.containsKey("run"))
                .forEach(step -> assertThat(String.valueOf(step.get("run")))
                        .as("values go through env, where no shell reads them as commands")
                        .doesNotContain("${{"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void r76NoCheckoutLeavesATokenBehindUnlessTheJobPushes(Workflow workflow) {
        workflow.jobs()
                .forEach((id, job) -> Workflow.steps(job).stream()
                        .filter(step -> String.valueOf(step.get("uses")).startsWith("actions/checkout@"))
                        .forEach(step -> assertThat(
                                        Workflow.map(step.get("with")).get("persist-credentials"))
                                .as(id)
                                .isEqualTo(WRITING.contains(id) ? null : Boolean.FALSE)));
    }

    @Test
    void r76TheJobsThatAskKnowKeysAndCannotWrite() {
        workflows().forEach(workflow -> {
            workflow.jobs().forEach((id, job) -> {
                boolean knows = String.valueOf(job).contains("secrets.");
                assertThat(knows)
                        .as(workflow.name() + " " + id)
                        .isEqualTo(workflow.name().equals("evaluate.yml") && ASKING.contains(id));
                if (knows) {
                    assertThat(Workflow.map(job.get("permissions")))
                            .as(id)
                            .isEqualTo(Map.of("contents", "read", "actions", "read"));
                }
            });
        });
        assertThat(Workflow.map(Workflow.read("pages.yml").jobs().get("deploy").get("permissions")))
                .isEqualTo(Map.of("pages", "write", "id-token", "write"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void r77AnswersAreCarriedAsArtifactsNotInACache(Workflow workflow) {
        assertThat(workflow.text()).doesNotContain("actions/cache");
    }

    @Test
    void r78TheScheduleIsOffTheHourAndRunsNeverOverlap() {
        Workflow evaluate = Workflow.read("evaluate.yml");
        Object schedule = Workflow.map(evaluate.root().get("on")).get("schedule");
        String cron = String.valueOf(Workflow.map(((List<?>) schedule).get(0)).get("cron"));
        assertThat(Integer.parseInt(cron.split(" ")[0])).isBetween(5, 55);
        for (String name : List.of("evaluate.yml", "pages.yml")) {
            Map<String, Object> concurrency =
                    Workflow.map(Workflow.read(name).root().get("concurrency"));
            assertThat(concurrency.get("group")).as(name).isNotNull();
            assertThat(concurrency.get("cancel-in-progress")).as(name).isEqualTo(false);
        }
    }

    @Test
    void r78TheProgramIsAskedToStopBeforeTheMachineIsTaken() {
        Map<String, Map<String, Object>> jobs = Workflow.read("evaluate.yml").jobs();
        Matcher deadline = Pattern.compile("timeout --signal=INT --kill-after=(\\d+) --preserve-status (\\d+)")
                .matcher(String.valueOf(jobs.get("evaluate")));
        assertThat(deadline.find()).isTrue();
        int seconds = Integer.parseInt(deadline.group(1)) + Integer.parseInt(deadline.group(2));
        assertThat(seconds).isLessThan(secondsBeforeTheEnd(jobs.get("evaluate")));

        Matcher stop = Pattern.compile("--stop-after (\\d+)h(\\d+)m").matcher(String.valueOf(jobs.get("generate")));
        assertThat(stop.find()).isTrue();
        assertThat(3600 * Integer.parseInt(stop.group(1)) + 60 * Integer.parseInt(stop.group(2)))
                .isLessThan(secondsBeforeTheEnd(jobs.get("generate")));
    }

    private static int secondsBeforeTheEnd(Map<String, Object> job) {
        return (((Number) job.get("timeout-minutes")).intValue() - 10) * 60;
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyJobEndsSomeTime(Workflow workflow) {
        workflow.jobs().forEach((id, job) -> {
            if (!job.containsKey("uses")) {
                assertThat(job).as(id).containsKey("timeout-minutes");
                assertThat(String.valueOf(job.get("runs-on"))).as(id).doesNotContain("latest");
            }
        });
    }

    /** Artifacts of other runs are fetched in one place, which says whose runs it believes (EarlierAnswersTest). */
    @ParameterizedTest
    @MethodSource("workflows")
    void r76ArtifactsOfOtherRunsAreFetchedInOnePlace(Workflow workflow) {
        steps(workflow).forEach(step -> {
            assertThat(Workflow.map(step.get("with")))
                    .as("of this run only")
                    .doesNotContainKeys("run-id", "repository");
            assertThat(String.valueOf(step.get("run")).matches("(?s).*(gh run download|actions/artifacts|/zip).*"))
                    .as(workflow.name() + " " + step.get("name"))
                    .isEqualTo("Answers of earlier runs".equals(step.get("name")));
        });
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyCommandAndOptionIsOneOfTheProgram(Workflow workflow) {
        Pattern call = Pattern.compile("(?m)(?:^|[^#\\w] *)(?:\\./)?\\bcompass (\\w+)(.*)");
        steps(workflow)
                .flatMap(step -> call.matcher(String.valueOf(step.get("run"))).results())
                .forEach(found -> {
                    assertThat(ProgramFolder.commands()).contains(found.group(1));
                    assertThat(Stream.of(found.group(2).split("\\s+")).filter(word -> word.startsWith("--")))
                            .as(found.group())
                            .isSubsetOf(ProgramFolder.options(found.group(1)));
                });
    }

    private static Stream<Map<String, Object>> steps(Workflow workflow) {
        return workflow.jobs().values().stream().flatMap(job -> Workflow.steps(job).stream());
    }
}
