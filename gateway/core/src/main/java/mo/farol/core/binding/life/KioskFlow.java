package mo.farol.core.binding.life;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.Entered;
import mo.farol.core.binding.KioskCheck;
import mo.farol.core.binding.KioskNumber;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.terminal.TerminalIdentity;

/** Binds by a number that the phone shows and a kiosk completes with card and fingerprint. */
final class KioskFlow {
    private final BindingPorts ports;
    private final BindingPolicy policy;
    private final Found found;
    private final PhoneSignature signatures;
    private final WrongNumber wrongNumber;

    KioskFlow(BindingPorts ports, BindingPolicy policy) {
        this.ports = ports;
        this.policy = policy;
        this.found = new Found(ports);
        this.signatures = new PhoneSignature(ports.crypto());
        this.wrongNumber = new WrongNumber(ports);
    }

    Future<Answer<Bindings.ShownNumber>> number(
            Caller caller, UUID eid, Bindings.PhoneProof proof, RequestKey request) {
        if (!caller.steppedUp()) {
            return Answers.stepUpNeeded();
        }
        return found.own(caller, eid)
                .compose(mine -> Answers.ifFound(mine, own -> number(caller, own, proof, request)));
    }

    private Future<Answer<Bindings.ShownNumber>> number(
            Caller caller, Eid own, Bindings.PhoneProof proof, RequestKey request) {
        return found.challenge(caller, own, proof.challenge()).compose(asked -> {
            boolean signed = signatures.holds(asked, own, proof);
            var rule = new KioskNumberRule(Act.of(caller, null), asked, signed, proof.level(), policy);
            return ports.ledger()
                    .decide(own.resident(), request, rule)
                    .compose(entered -> Answers.ifDone(entered, done -> show(done, asked, proof)));
        });
    }

    /** Also for a request that comes again: adding the number of a challenge twice gives the same number. */
    private Future<Answer<Bindings.ShownNumber>> show(
            Entered.Done done, Optional<Challenge> asked, Bindings.PhoneProof proof) {
        if (asked.isEmpty()) {
            return Future.succeededFuture(
                    new Answer.Refused<>(BindingRefusal.CHALLENGE_UNKNOWN, Optional.of(done.event()), done.replayed()));
        }
        Challenge challenge = asked.get();
        KioskNumber pending = new KioskNumber(
                challenge.id(),
                challenge.resident(),
                challenge.actor(),
                proof.level(),
                done.event().at().plus(policy.kioskNumberLife()),
                0,
                false);
        return ports.kioskNumbers()
                .add(pending)
                .compose(number -> ports.kioskNumbers()
                        .find(challenge.id())
                        .map(now -> new Answer.Given<>(
                                new Bindings.ShownNumber(number, now.orElse(pending)), done.replayed())));
    }

    Future<Answer<KioskNumber>> state(Caller caller, UUID eid, UUID challenge) {
        return found.own(caller, eid)
                .compose(mine -> Answers.ifFound(
                        mine,
                        own -> ports.kioskNumbers()
                                .find(challenge)
                                .map(number -> number.filter(each -> each.resident() == own.resident()))
                                .compose(number -> Answers.ifFound(
                                        number, each -> Future.succeededFuture(new Answer.Given<>(each, false))))));
    }

    Future<Answer<EidEvent>> bind(TerminalIdentity kiosk, String number, KioskCheck check, RequestKey request) {
        if (WrongNumber.isNobody(check.person())) {
            return WrongNumber.ofNobody();
        }
        return ports.kioskNumbers()
                .tried(number, check.person(), request)
                .compose(pending -> pending.map(each -> bind(kiosk, each, check, request))
                        .orElseGet(() -> wrongNumber.enter(check.person(), request, Act.at(kiosk))))
                .map(Answers::of);
    }

    private Future<Entered> bind(TerminalIdentity kiosk, KioskNumber pending, KioskCheck check, RequestKey request) {
        return ports.challenges()
                .find(pending.challenge())
                .compose(asked -> ports.ledger()
                        .decide(
                                pending.resident(),
                                request,
                                new KioskBindRule(Act.at(kiosk), pending, asked, check, policy)));
    }
}
