package mo.farol.demo.lives;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.demo.cast.Everybody;
import mo.farol.demo.lives.Happening.Kind;
import mo.farol.demo.standin.SignInClient;
import mo.farol.phone.code.Phone;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.terminal.Answer;
import mo.farol.phone.terminal.TerminalClient;
import mo.farol.phone.wallet.HeldEid;
import mo.farol.phone.wallet.PhoneLabel;
import mo.farol.phone.wallet.Receipt;
import mo.farol.phone.wallet.Wallet;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.Crypto;

/** Does one thing after the other to a resident's e-ID, and writes down what came of it. */
final class Actor {
    private final Everybody everybody;
    private final Phone phone;
    private final Crypto crypto;
    private final List<TerminalClient> terminals;
    private final Queue<Happening> history;

    Actor(Everybody everybody, Phone phone, Crypto crypto, List<TerminalClient> terminals, Queue<Happening> history) {
        this.everybody = everybody;
        this.phone = phone;
        this.crypto = crypto;
        this.terminals = terminals;
        this.history = history;
    }

    /** @param phones all that ever held the e-ID of resident {@code n}, newest last */
    void act(int n, List<HeldEid> phones, Random random) throws Exception {
        HeldEid held = phones.get(Math.max(0, phones.size() - 1 - random.nextInt(3)));
        int dice = random.nextInt(100);
        if (dice < 50) {
            verify(n, held, terminals.get(random.nextInt(terminals.size())));
        } else if (dice < 65) {
            bind(n, phones);
        } else if (dice < 78) {
            move(n, held.binding(), Kind.SUSPEND, "suspend");
        } else if (dice < 90) {
            move(n, held.binding(), Kind.RESUME, "resume");
        } else {
            move(n, held.binding(), Kind.UNBIND, "unbind");
        }
    }

    private void verify(int n, HeldEid held, TerminalClient terminal) throws Exception {
        String code = phone.code(held.bound(crypto), CodeType.EID);
        long sent = System.nanoTime();
        Answer answer = terminal.verify(VerificationRequest.of(code, "clinic.voucher"));
        if (!(answer instanceof Answer.Answered answered)) {
            throw new AssertionError("a terminal was not answered: " + answer);
        }
        boolean verified = answered.answer().outcome().equals("verified");
        history.add(happening(n, Kind.VERIFY, held.binding(), sent, verified));
    }

    private void bind(int n, List<HeldEid> phones) throws Exception {
        Wallet fresh = new Wallet(new PhoneLabel("Another phone", "Reference"), crypto, new SecureRandom());
        UUID eid = everybody.members().of(n).eid();
        long sent = System.nanoTime();
        ApiAnswer<Receipt> answer = everybody.binder().byFace(n, fresh, eid, true);
        Optional<HeldEid> held = fresh.held(eid);
        held.ifPresent(bound -> history.add(happening(n, Kind.BIND, bound.binding(), sent, true)));
        // Two phones at once: one is bound, the other is told.
        if (held.isEmpty() && !answer.refusal().equals(Optional.of("bound_meanwhile"))) {
            throw new AssertionError("binding resident " + n + ": " + answer);
        }
        held.ifPresent(phones::add);
    }

    private void move(int n, UUID binding, Kind kind, String what) throws Exception {
        long sent = System.nanoTime();
        ApiAnswer<Receipt> answer = everybody
                .signIns()
                .resident(n, SignInClient.ONE_ACCOUNT_WEB, true)
                .act(binding, what, null, UUID.randomUUID().toString());
        if (answer.refusal()
                .filter(code -> !code.matches("already_.*|not_suspended"))
                .isPresent()) {
            throw new AssertionError(what + " of resident " + n + ": " + answer);
        }
        history.add(happening(n, kind, binding, sent, answer.given().isPresent()));
    }

    private Happening happening(int n, Kind kind, UUID binding, long sent, boolean done) {
        return new Happening(everybody.members().of(n).eid(), kind, binding, sent, System.nanoTime(), done);
    }
}
