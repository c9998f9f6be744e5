package mo.farol.demo.world;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import mo.farol.demo.people.People;
import mo.farol.demo.standin.OperatorRole;
import mo.farol.demo.standin.SignedIn;
import mo.farol.demo.standin.StandInAddresses;
import mo.farol.demo.standin.StandIns;
import mo.farol.demo.state.StateFolder;
import mo.farol.phone.http.Transport;

/** The stand-ins, which start beside everything else: the sign-in provider takes seconds to load. */
final class Outside implements AutoCloseable {
    private final StandInAddresses addresses;
    private final FutureTask<StandIns> starting;

    private Outside(StandInAddresses addresses, FutureTask<StandIns> starting) {
        this.addresses = addresses;
        this.starting = starting;
    }

    /** Returns at once. @param gateway the gateway's issuer */
    static Outside begin(StateFolder folder, StandInAddresses at, String gateway) {
        FutureTask<StandIns> starting = new FutureTask<>(() -> {
            StandIns started = StandIns.start(folder, at, gateway, People.ROSTER);
            warmUp(at);
            return started;
        });
        Thread.ofPlatform().daemon().name("stand-ins").start(starting);
        return new Outside(at, starting);
    }

    /** The first token loads what all later ones need. */
    private static void warmUp(StandInAddresses at) throws IOException, InterruptedException {
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            SignedIn.Account officer = SignedIn.Account.operator(OperatorRole.REGISTRY_OFFICER, 1);
            new SignedIn(transport, at.signIn(), officer, Clock.systemUTC()).token();
        }
    }

    StandInAddresses addresses() {
        return addresses;
    }

    /** Waits until all of them answer. */
    StandIns ready() throws IOException, InterruptedException {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            throw new IOException("the stand-ins did not start: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() throws Exception {
        ready().close();
    }
}
