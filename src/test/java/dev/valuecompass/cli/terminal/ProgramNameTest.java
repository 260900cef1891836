package dev.valuecompass.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;

class ProgramNameTest {
    @Test
    void isTheJarThatWasStartedOrTheLauncherOfACheckout() {
        assertThat(ProgramName.started(null, "value-compass.jar")).isEqualTo("java -jar value-compass.jar");
        assertThat(ProgramName.started(null, "my jars/value-compass.jar"))
                .isEqualTo("java -jar 'my jars/value-compass.jar'");
        assertThat(ProgramName.started("/checkout", "/checkout/target/value-compass.jar"))
                .isEqualTo("./compass");
        assertThat(ProgramName.started(null, "classes" + File.pathSeparator + "lib.jar"))
                .isEqualTo("./compass");
    }
}
