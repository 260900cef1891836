package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.ProcessContext;
import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Gives each command the process it runs in; everything else is made as picocli makes it. */
final class CommandFactory implements CommandLine.IFactory {
    private final ProcessContext process;

    CommandFactory(ProcessContext process) {
        this.process = process;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == ProcessContext.class) {
                // A command is made here alone, as picocli makes its parts: its room need not offer the constructor.
                constructor.setAccessible(true);
                return type.cast(constructor.newInstance(process));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
