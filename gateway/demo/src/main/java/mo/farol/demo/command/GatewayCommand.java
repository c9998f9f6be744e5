package mo.farol.demo.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mo.farol.server.Main;

/** A command of the gateway's own program, passed on as it is. */
final class GatewayCommand implements Command {
    private final String name;
    private final String summary;
    private final PrintStream out;
    private final PrintStream err;

    GatewayCommand(String name, String summary, PrintStream out, PrintStream err) {
        this.name = name;
        this.summary = summary;
        this.out = out;
        this.err = err;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public String help() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (PrintStream into = new PrintStream(text, true, StandardCharsets.UTF_8)) {
            Main.run(List.of(name, "--help"), into, into);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public int run(List<String> arguments) {
        List<String> whole = new ArrayList<>(List.of(name));
        whole.addAll(arguments);
        return Main.run(whole, out, err);
    }
}
