package mo.farol.demo.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import mo.farol.demo.gateway.OutsideSections;
import mo.farol.demo.people.People;
import mo.farol.demo.standin.StandInAddresses;
import mo.farol.demo.standin.StandIns;
import mo.farol.demo.state.Secrets;
import mo.farol.demo.state.StateFolder;
import mo.farol.phone.file.OwnerOnlyFile;

/** The stand-ins as a program of their own, for gateways that are not the demo's. */
final class StandInsCommand implements Command {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECTIONS = "sections.json";

    private final PrintStream out;

    StandInsCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "stand-ins";
    }

    @Override
    public String summary() {
        return "Run the demo's stand-ins for sign-in, face checks, kiosks and mail by themselves";
    }

    @Override
    public String help() {
        return """
                Usage: ./farol stand-ins --folder DIR --issuer URL [--host ADDRESS]

                Starts the stand-ins at their usual ports and stays up until it is told to stop. They
                believe whoever says who they are: never for a deployment with real people in it.

                  --folder DIR     for their keys, secrets and mails; once they answer, sections.json in it is
                                   what a gateway's configuration has to say of them
                  --issuer URL     the gateways' issuer, for which the kiosk signs
                  --host ADDRESS   where to listen (127.0.0.1)
                """;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Options options = Options.parse(arguments, Set.of("--folder", "--issuer", "--host"), Set.of());
        StateFolder folder =
                new StateFolder(Path.of(options.required("--folder")).toAbsolutePath());
        String issuer = options.required("--issuer");
        StandInAddresses at = StandInAddresses.on(options.value("--host").orElse("127.0.0.1"));
        folder.create();
        try (StandIns running = StandIns.start(folder, at, issuer, People.ROSTER)) {
            assert running != null;
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stopped::countDown));
            writeSections(folder, at);
            out.println("sign-in " + at.signIn() + ", face checks " + at.faceCheck() + ", kiosks " + at.kiosks());
            stopped.await();
        } catch (IOException e) {
            throw new PlainFailure(String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private static void writeSections(StateFolder folder, StandInAddresses at) throws IOException {
        ObjectNode sections = JSON.createObjectNode();
        OutsideSections.write(sections, at, new Secrets(folder.secrets()).file(StandIns.FACE_CHECK_SECRET));
        OwnerOnlyFile.write(folder.root().resolve(SECTIONS), JSON.writeValueAsString(sections));
    }
}
