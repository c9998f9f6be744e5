package mo.farol.simulation.world;

import java.util.List;
import java.util.stream.LongStream;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.policy.Purpose;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.simulation.clock.Chance;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.clock.Timeline;
import mo.farol.simulation.history.Kind;
import mo.farol.simulation.phone.Phone;
import mo.farol.simulation.phone.ShownCode;
import mo.farol.simulation.phone.Town;
import mo.farol.simulation.phone.Wallet;
import mo.farol.simulation.postgres.Server;
import mo.farol.simulation.world.Counter.Question;

/** What happens at a counter: a code is shown, and tried again in the ways that people and thieves think of. */
final class Scenes {
    private static final int KINDS = 12;

    private final Timeline timeline;
    private final Chance chance;
    private final Counter counter;
    private final Wallet wallet;
    private final Bindings bindings;
    private final Server server;

    Scenes(Timeline timeline, Chance chance, Counter counter, Wallet wallet, Bindings bindings, Server server) {
        this.timeline = timeline;
        this.chance = chance;
        this.counter = counter;
        this.wallet = wallet;
        this.bindings = bindings;
        this.server = server;
    }

    /** One scene, drawn by chance. */
    void play() {
        Phone phone = phone();
        switch (chance.below(KINDS)) {
            case 0, 1 -> shown(phone);
            case 2 -> replayedEverywhereAtOnce(phone);
            case 3 -> replayedLater(phone);
            case 4 -> reencoded(phone);
            case 5 -> stolenRetryKey(phone);
            case 6 -> insistedOn(phone);
            case 7 -> olderCode(phone);
            case 8 -> tampered(phone);
            case 9 -> wrongTypeOrReusedKey(phone);
            case 10 -> outOfTime(phone);
            default -> equalCodesInOneBatch(phone);
        }
    }

    /** A fresh code of this phone by this terminal at every node: what an act's end is followed by. */
    void shownEverywhere(Phone phone, TerminalIdentity terminal, Purpose purpose) {
        for (Site site : counter.sites()) {
            Question question = Question.of(terminal, counter.freshKey(), code(phone, 0), purpose, null);
            soon(3, () -> counter.ask(Kind.FRESH, question, site));
        }
    }

    private void shown(Phone phone) {
        counter.ask(Kind.FRESH, question(code(phone, 0)), counter.anySite());
    }

    private void replayedEverywhereAtOnce(Phone phone) {
        Question question = question(code(phone, 0));
        counter.ask(Kind.FRESH, question, counter.anySite());
        for (Site site : counter.sites()) {
            Question replay = chance.oneIn(2) ? question.withKey(counter.freshKey()) : question(question.code());
            soon(8, () -> counter.ask(Kind.REPLAY, replay, site));
        }
    }

    private void replayedLater(Phone phone) {
        Question question = question(code(phone, 0));
        counter.ask(Kind.FRESH, question, counter.anySite());
        for (int i = 0; i < 3; i++) {
            within(30, () -> counter.ask(Kind.REPLAY, question.withKey(counter.freshKey()), counter.anySite()));
        }
    }

    private void reencoded(Phone phone) {
        Question question = question(code(phone, 0));
        counter.ask(Kind.FRESH, question, counter.anySite());
        for (Site site : counter.sites()) {
            ShownCode other = wallet.reencoded(question.code());
            Question replay = question.withCode(other, counter.freshKey());
            if (chance.oneIn(2)) {
                soon(8, () -> counter.ask(Kind.REENCODED, replay, site));
            } else {
                within(20, () -> counter.ask(Kind.REENCODED, replay, site));
            }
        }
    }

    private void stolenRetryKey(Phone phone) {
        Question question = question(code(phone, 0));
        counter.ask(Kind.FRESH, question, counter.anySite());
        for (TerminalIdentity thief : Town.TERMINALS) {
            if (!thief.equals(question.request().terminal())) {
                Question stolen = question.by(thief);
                soon(40, () -> counter.ask(Kind.STOLEN_RETRY_KEY, stolen, counter.anySite()));
                within(6, () -> counter.ask(Kind.STOLEN_RETRY_KEY, stolen, counter.anySite()));
            }
        }
    }

    private void insistedOn(Phone phone) {
        Question question = question(code(phone, 0));
        Site site = counter.anySite();
        counter.ask(Kind.FRESH, question, site);
        for (int i = 0; i < 7; i++) {
            within(8, () -> counter.ask(Kind.REPLAY, question.withKey(counter.freshKey()), site));
        }
    }

    private void olderCode(Phone phone) {
        ShownCode older = code(phone, 0);
        ShownCode newer = code(phone, chance.below(2));
        counter.ask(Kind.FRESH, question(newer), counter.anySite());
        within(5, () -> counter.ask(Kind.OUT_OF_TIME, question(older), counter.anySite()));
    }

    private void tampered(Phone phone) {
        ShownCode genuine = code(phone, 0);
        ShownCode bad = chance.oneIn(2)
                ? wallet.damaged(genuine)
                : wallet.forged(
                        phone, chance.oneOf(others(phone)), genuine.key().iat());
        counter.ask(Kind.TAMPERED, question(bad), counter.anySite());
    }

    private void wrongTypeOrReusedKey(Phone phone) {
        ShownCode code = code(phone, 0);
        if (chance.oneIn(2)) {
            Question question = Question.of(terminal(), counter.freshKey(), code, Town.LANE, null);
            counter.ask(Kind.WRONG_TYPE, question, counter.anySite());
            return;
        }
        Question first = question(code);
        Site site = counter.anySite();
        counter.ask(Kind.FRESH, first, site);
        Question second = first.withCode(code(phone, 0), first.request().idempotencyKey());
        within(10, () -> counter.ask(Kind.REUSED_KEY, second, site));
    }

    private void outOfTime(Phone phone) {
        int off = (int) chance.between(20, 200) * (chance.oneIn(2) ? 1 : -1);
        Question question = question(code(phone, off));
        counter.ask(Kind.OUT_OF_TIME, question, counter.anySite());
        within(20, () -> counter.ask(Kind.OUT_OF_TIME, question.withKey(counter.freshKey()), counter.anySite()));
    }

    /** While another batch is under way these wait, and leave together. */
    private void equalCodesInOneBatch(Phone phone) {
        Site site = counter.anySite();
        Question question = question(code(phone, 0));
        for (Phone other : others(phone)) {
            counter.ask(Kind.FRESH, question(code(other, 0)), site);
        }
        counter.ask(Kind.FRESH, question, site);
        for (int i = 0; i < 3; i++) {
            Question replay = question.withKey(counter.freshKey());
            counter.ask(Kind.REPLAY, replay, site);
        }
    }

    private Question question(ShownCode code) {
        Purpose purpose = chance.oneIn(2) ? Town.ACCOUNT : Town.COUNTER;
        FieldSet fields = chance.oneIn(4) ? FieldSet.of(Field.ID_NUMBER, Field.SEX, Field.SURNAME_ZH) : null;
        return Question.of(terminal(), counter.freshKey(), code, purpose, fields);
    }

    private TerminalIdentity terminal() {
        return chance.oneOf(Town.TERMINALS);
    }

    private Phone phone() {
        return bindings.current(chance.between(1, Town.RESIDENTS));
    }

    private List<Phone> others(Phone phone) {
        return LongStream.rangeClosed(1, Town.RESIDENTS)
                .filter(resident -> resident != phone.resident())
                .mapToObj(bindings::current)
                .toList();
    }

    /** @param off how far the phone's clock is ahead, in seconds, besides the usual second or two */
    private ShownCode code(Phone phone, int off) {
        long iat = server.databaseMillis() / 1000 + chance.between(-2, 2) + off;
        return wallet.code(phone, iat);
    }

    private void soon(int mostMillis, Runnable action) {
        timeline.after(chance.between(0, mostMillis * Nanos.MILLI), action);
    }

    private void within(int mostSeconds, Runnable action) {
        timeline.after(chance.between(0, mostSeconds * Nanos.SECOND), action);
    }
}
