package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.FolderOptions;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.config.WebAddress;
import dev.valuecompass.pipeline.Publishing;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Renders the frozen periods; needs no key or network, and of the configuration only where the site will be. */
@Command(name = "site", description = "Render the static site from the frozen periods.")
public final class SiteCommand extends ProgramCommand {
    @Option(
            names = "--base-url",
            paramLabel = "U",
            description = "where the site will be published, for absolute links (default: title.url)")
    private String baseUrl;

    @Mixin
    private FolderOptions folders;

    @Override
    public Integer call() {
        Optional<URI> base = base();
        Publishing.SiteOptions form = Publishing.form(folders.data(process), folders.knownConfig(process));
        Publishing.RenderedSite rendered =
                Publishing.render(folders.data(process), folders.out(process), base.isEmpty() ? form : form.at(base));
        return done(rendered, rendered.text());
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
