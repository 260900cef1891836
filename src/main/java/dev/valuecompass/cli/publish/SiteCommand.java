package dev.valuecompass.cli.publish;

import dev.valuecompass.cli.console.ExitCode;
import dev.valuecompass.cli.console.Folders;
import dev.valuecompass.cli.console.Output;
import dev.valuecompass.cli.console.Process;
import dev.valuecompass.cli.console.UsageException;
import dev.valuecompass.config.file.WebAddress;
import dev.valuecompass.pipeline.publishing.Publishing;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Renders the frozen periods; needs no key or network, and of the configuration only where the site will be. */
@Command(name = "site", description = "Render the static site from the frozen periods.")
public final class SiteCommand implements Callable<Integer> {
    private final Process process;

    @Option(
            names = "--base-url",
            paramLabel = "U",
            description = "where the site will be published, for absolute links (default: title.url)")
    private String baseUrl;

    @Mixin
    private Folders folders;

    @Mixin
    private Output output;

    SiteCommand(Process process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        Optional<URI> base = base();
        Publishing.Form form = Publishing.form(folders.data(process), folders.config(process));
        Publishing.Rendered rendered =
                Publishing.render(folders.data(process), folders.out(process), base.isEmpty() ? form : form.at(base));
        process.terminal().result(output.json(), rendered, rendered.text());
        return ExitCode.DONE.code();
    }

    private Optional<URI> base() {
        if (baseUrl == null) {
            return Optional.empty();
        }
        WebAddress.fault("--base-url", baseUrl).ifPresent(fault -> {
            throw new UsageException(fault.what() + "; " + fault.fix());
        });
        if (baseUrl.contains("?")) {
            throw new UsageException("--base-url has a part after '?'; remove it");
        }
        return Optional.of(URI.create(baseUrl));
    }
}
