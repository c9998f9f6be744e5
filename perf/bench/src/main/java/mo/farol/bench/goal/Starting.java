package mo.farol.bench.goal;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import mo.farol.bench.figure.Figure;
import mo.farol.bench.figure.Limit;
import mo.farol.bench.figure.Series;
import mo.farol.bench.world.GatewayNode;
import mo.farol.bench.world.Setup;

/** P8: from a gateway's start until it is ready, and from a demo's start to its first verified code. */
public final class Starting implements Goal {
    @Override
    public List<Figure> take(Bench bench) throws IOException, SQLException, InterruptedException {
        int starts = bench.sizes().starts();
        Figure ready = Figure.of("P8_ready", Limit.atMost(3), Series.of(ready(bench, starts)))
                .noting("seconds; with the archive of classes that an earlier start left");
        Figure demo = Figure.of("P8_demo", Limit.atMost(15), Series.of(demo(bench, starts)))
                .noting("seconds to the first verified code, everything downloaded");
        return List.of(ready, demo);
    }

    private static double[] ready(Bench bench, int starts) throws IOException, SQLException, InterruptedException {
        // The flags that it ships with, and no others.
        Stand stand = bench.stand(Setup.of("starting", 1, 1).withFlags(List.of()));
        GatewayNode gateway = stand.deployment().gateways().getFirst();
        double[] seconds = new double[starts];
        for (int i = 0; i < starts; i++) {
            gateway.stop();
            long began = System.nanoTime();
            gateway.start();
            gateway.awaitReady();
            seconds[i] = (System.nanoTime() - began) / 1e9;
            bench.say("P8 start %d: ready after %.2f s", i + 1, seconds[i]);
        }
        stand.accept(Way.HPKE, 1);
        gateway.stop();
        return seconds;
    }

    private static double[] demo(Bench bench, int starts) throws IOException, InterruptedException {
        Demo demo = Demo.in(bench.ground());
        bench.say("P8: playing the demo once, so that everything is there");
        demo.playOnce();
        double[] seconds = new double[starts];
        for (int i = 0; i < starts; i++) {
            seconds[i] = demo.secondsToFirstCode();
            bench.say("P8 demo %d: first verified code after %.2f s", i + 1, seconds[i]);
        }
        return seconds;
    }
}
