package mo.farol.chaos.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.world.Node;

/**
 * Residents who lose a phone, change it or give it up; officers who stop a terminal, an institution or a grant. As soon
 * as that is acknowledged, fresh codes are shown at every gateway; then all goes on as before.
 */
final class WithdrawalDuty implements Duty {
    private static final int BY_RESIDENTS = 65;
    private static final int BY_ANYBODY = 100;
    private static final Duration BETWEEN = Duration.ofMillis(400);
    private static final Duration BETWEEN_RESIDENTS = Duration.ofMillis(100);

    private final Teller teller;
    private final Crowd crowd;
    private final Terminals terminals;
    private final Mint mint;
    private final Residents residents;
    private final Optional<Officers> officers;

    /**
     * @param officers who stop things too. One person at this duty may have them: what is done to one thing must come one
     *     after the other. Without them residents act the faster, each on nothing but their own.
     */
    WithdrawalDuty(
            Teller teller,
            Crowd crowd,
            Terminals terminals,
            Mint mint,
            Residents residents,
            Optional<Officers> officers) {
        this.teller = teller;
        this.crowd = crowd;
        this.terminals = terminals;
        this.mint = mint;
        this.residents = residents;
        this.officers = officers;
    }

    @Override
    public void once(RandomGenerator random) throws InterruptedException {
        Optional<Holder> holder = crowd.take();
        if (holder.isEmpty()) {
            return;
        }
        int die = random.nextInt(officers.isPresent() ? BY_ANYBODY : BY_RESIDENTS);
        if (die < 30) {
            suspend(holder.get(), random);
        } else if (die < 50 && holder.get().byFace()) {
            unbind(holder.get(), random);
        } else if (die < BY_RESIDENTS && holder.get().byFace()) {
            supersede(holder.get(), random);
        } else if (officers.isPresent()) {
            stop(holder.get(), officers.get(), random);
        } else {
            suspend(holder.get(), random);
        }
        Pause.of(officers.isPresent() ? BETWEEN : BETWEEN_RESIDENTS);
    }

    private void suspend(Holder holder, RandomGenerator random) throws InterruptedException {
        if (residents.suspend(holder)) {
            everywhere(holder, terminals.any(random));
        }
        if (residents.resume(holder)) {
            crowd.giveBack(holder);
        }
    }

    private void unbind(Holder holder, RandomGenerator random) throws InterruptedException {
        if (residents.unbind(holder)) {
            everywhere(holder, terminals.any(random));
        }
        residents.rebind(holder).ifPresent(crowd::giveBack);
    }

    private void supersede(Holder holder, RandomGenerator random) throws InterruptedException {
        Optional<Holder> renewed = residents.rebind(holder);
        if (renewed.isPresent()) {
            everywhere(holder, terminals.any(random));
            crowd.giveBack(renewed.get());
        }
    }

    private void stop(Holder holder, Officers acting, RandomGenerator random) throws InterruptedException {
        Officers.Stoppable what = acting.any(random);
        List<Terminal> stopped = terminals.all().stream().filter(what::concerns).toList();
        if (acting.stop(what)) {
            everywhere(holder, stopped.get(random.nextInt(stopped.size())));
        }
        acting.letGoOn(what);
        crowd.giveBack(holder);
    }

    /** One after the other: a newer code would end an older one that is still on its way. */
    private void everywhere(Holder holder, Terminal terminal) throws InterruptedException {
        for (Node node : teller.gateways().nodes()) {
            Shown shown = mint.fresh(holder);
            teller.verify(Act.VERIFY, node, Sheet.of(terminal, shown.id(), shown.text(), null));
        }
    }
}
