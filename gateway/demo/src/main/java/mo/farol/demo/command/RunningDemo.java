package mo.farol.demo.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import mo.farol.demo.standin.SignedIn;
import mo.farol.demo.state.DemoSummary;
import mo.farol.demo.state.StateFolder;
import mo.farol.phone.http.Transport;
import mo.farol.phone.kit.PerfKit;

/** The demo that runs in this folder, for commands that need one. */
record RunningDemo(DemoSummary summary, PerfKit kit) {
    static RunningDemo in(StateFolder folder) throws PlainFailure, IOException {
        DemoSummary summary = DemoSummary.ofRunning(folder)
                .orElseThrow(() -> new PlainFailure("no demo is running here; start one with ./farol demo"));
        return new RunningDemo(summary, PerfKit.read(folder.kit()));
    }

    /** An access token of the demo's sign-in stand-in. */
    String token(SignedIn.Account account) throws PlainFailure, InterruptedException {
        URI provider = summary.signIn();
        if (provider == null) {
            throw new PlainFailure("the demo that runs here has no sign-in stand-in; start it anew");
        }
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            return new SignedIn(transport, provider, account, Clock.systemUTC()).token();
        } catch (IOException e) {
            throw new PlainFailure(String.valueOf(e.getMessage()));
        }
    }
}
