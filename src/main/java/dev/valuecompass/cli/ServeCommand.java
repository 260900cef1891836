package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.Bounds;
import dev.valuecompass.cli.terminal.ExitCode;
import dev.valuecompass.cli.terminal.FolderOptions;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.pipeline.Preview;
import java.net.BindException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A look at the site before it is published. */
@Command(
        name = "serve",
        description = "Render the site, serve it on this machine and reload open pages when data change.")
public final class ServeCommand extends ProgramCommand {
    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8000",
            description = "0 takes any free port (default: ${DEFAULT-VALUE})")
    private int port;

    @Mixin
    private FolderOptions folders;

    /** What {@code --json} prints when the server is ready. */
    record Ready(String address) {}

    @Override
    public Integer call() throws Exception {
        Bounds.whole("--port", port, 0, LAST_PORT);
        try (Preview preview = Preview.start(
                folders.data(process),
                folders.knownConfig(process),
                folders.out(process),
                port,
                process.terminal()::progress)) {
            String address = preview.address();
            print(new Ready(address), address + "  (stop with Ctrl-C)");
            preview.watch();
        } catch (BindException e) {
            throw new UsageException("--port " + port + " cannot be taken (" + e.getMessage()
                    + "); stop what listens there, or write another, 0 for any that is free");
        }
        return ExitCode.DONE.code();
    }
}
