package dev.valuecompass.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two components of one type are easily exchanged in a long list, so long records are made by the names of theirs. */
class RecordsByNameTest {
    private static final int MOST_BY_ORDER = 8;
    private static final Set<String> LONG = new HashSet<>();
    private static final List<String> UNMARKED = new ArrayList<>();
    private static final List<String> BY_ORDER = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        for (CompilationUnitTree unit : sources()) {
            String place = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitClass(ClassTree type, Void none) {
                    if (type.getKind() == Tree.Kind.RECORD && components(type) > MOST_BY_ORDER) {
                        LONG.add(type.getSimpleName().toString());
                        if (type.getModifiers().getAnnotations().stream()
                                .noneMatch(each ->
                                        each.getAnnotationType().toString().equals("ByName"))) {
                            UNMARKED.add(place + ": " + type.getSimpleName());
                        }
                    }
                    return super.visitClass(type, none);
                }

                @Override
                public Void visitNewClass(NewClassTree made, Void none) {
                    if (made.getArguments().size() > MOST_BY_ORDER) {
                        BY_ORDER.add(made.getIdentifier()
                                        .toString()
                                        .replaceFirst(".*\\.", "")
                                        .replaceFirst("<.*", "") + " in " + place);
                    }
                    return super.visitNewClass(made, none);
                }
            }.scan(unit, null);
        }
    }

    @Test
    void longRecordsHaveBuilders() {
        assertThat(LONG).hasSizeGreaterThan(20);
        assertThat(UNMARKED).isEmpty();
    }

    @Test
    void longRecordsAreMadeByName() {
        assertThat(BY_ORDER.stream().filter(each -> LONG.contains(each.substring(0, each.indexOf(' ')))))
                .isEmpty();
    }

    private static long components(ClassTree record) {
        return record.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .count();
    }

    private static Iterable<? extends CompilationUnitTree> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("src/main/java", "src/test/java", "src/bench/java")) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        return ((JavacTask) compiler.getTask(
                        null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files)))
                .parse();
    }
}
