package dev.valuecompass.site.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptBundleTest {
    @TempDir
    private Path folder;

    @Test
    void eachModuleRunsOnceAfterWhatItImportsAndKeepsItsNamesToItself() throws IOException {
        module("a.js", "// Why.\nexport const one = 1; // of two;\nconst own = 2;\nexport class Two {}\n");
        module(
                "deep/b.js",
                "import {one as first} from '../a.js';\n/** Says. */\nexport function sum() {\n  return first;\n}\n");
        module(
                "main.js",
                "import {sum} from './deep/b.js';\nimport {\n  Two,\n  one,\n} from './a.js';\nsum(one, Two);\n");
        assertThat(ScriptBundle.of(folder.resolve("main.js"), Map.of())).isEqualTo("""
            (() => {'use strict';let m0=(() => {let one=1; // of two;
            let own=2;class Two {}
            return {one, Two};})();let m1=(() => {let {one: first} = m0;function sum() {return first;}
            return {sum};})();let m2=(() => {let {sum} = m1;let { Two, one, } = m0;sum(one, Two);return {};})();})();\
            """);
    }

    @Test
    void whatItCannotBundleItRefuses() throws IOException {
        module("main.js", "export default 1;\n");
        assertThatThrownBy(() -> ScriptBundle.of(folder.resolve("main.js"), Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("export default 1;");
        module("main.js", "import {x} from './other.js';\n");
        module("other.js", "import {y} from './main.js';\n");
        assertThatThrownBy(() -> ScriptBundle.of(folder.resolve("main.js"), Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("import each other");
    }

    private void module(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
