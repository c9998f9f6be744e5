package mo.farol.demo.command;

import java.io.IOException;
import mo.farol.demo.state.DemoSummary;
import mo.farol.demo.state.StateFolder;
import mo.farol.phone.kit.PerfKit;

/** The demo that runs in this folder, for commands that need one. */
record RunningDemo(DemoSummary summary, PerfKit kit) {
    static RunningDemo in(StateFolder folder) throws PlainFailure, IOException {
        DemoSummary summary = DemoSummary.ofRunning(folder)
                .orElseThrow(() -> new PlainFailure("no demo is running here; start one with ./farol demo"));
        return new RunningDemo(summary, PerfKit.read(folder.kit()));
    }
}
