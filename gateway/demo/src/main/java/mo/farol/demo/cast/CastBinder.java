package mo.farol.demo.cast;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.demo.people.Kind;
import mo.farol.demo.standin.SignInClient;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.wallet.HeldEid;
import mo.farol.phone.wallet.KeyAttester;
import mo.farol.phone.wallet.PendingKey;
import mo.farol.phone.wallet.PhoneBinder;
import mo.farol.phone.wallet.Receipt;
import mo.farol.phone.wallet.ResidentClient;
import mo.farol.phone.wallet.SeenBinding;
import mo.farol.phone.wallet.SeenEid;
import mo.farol.phone.wallet.StandInCamera;
import mo.farol.phone.wallet.Wallet;

/** Binds the demo's people as each has to: by their face, a child by a parent's face, a twin at the kiosk. */
public final class CastBinder {
    private static final int AT_ONCE = 8;

    private final Members members;
    private final SignIns signIns;
    private final Phones phones;
    private final Kiosk kiosk;

    public CastBinder(Members members, SignIns signIns, Phones phones, Kiosk kiosk) {
        this.members = members;
        this.signIns = signIns;
        this.phones = phones;
        this.kiosk = kiosk;
    }

    /**
     * Binds everybody whose phone does not hold what the gateway says is bound. Who cannot be bound, because a demo was
     * stopped in the middle of their story, is left as they are.
     */
    public Missing bindMissing() throws IOException, InterruptedException {
        List<Tried> tried = SomeAtATime.map(members.all(), AT_ONCE, this::bindIfMissing).stream()
                .filter(Tried::missing)
                .toList();
        List<String> refused =
                tried.stream().map(Tried::refused).filter(why -> !why.isEmpty()).toList();
        return new Missing(tried.size() - refused.size(), refused);
    }

    private Tried bindIfMissing(Member member) throws IOException, InterruptedException {
        if (phones.held(member.n()).isPresent() && isLive(member)) {
            return new Tried(false, "");
        }
        try {
            bind(member.n());
            return new Tried(true, "");
        } catch (ApiAnswer.NotDone e) {
            return new Tried(true, String.valueOf(e.getMessage()));
        }
    }

    private boolean isLive(Member member) throws IOException, InterruptedException {
        UUID held = phones.held(member.n()).map(HeldEid::binding).orElseThrow();
        List<SeenEid> seen =
                signIns.resident(member.n(), SignInClient.APP, false).eids().orFail("the list of e-IDs");
        SeenBinding binding = seen.getFirst().binding();
        return binding != null
                && binding.status().equals("active")
                && binding.id().equals(held);
    }

    /** Binds resident {@code n} to the phone they have, whatever held the e-ID before. */
    public void bind(int n) throws IOException, InterruptedException {
        Member member = members.of(n);
        if (member.kind() == Kind.TWIN) {
            atKiosk(n, phones.of(n));
        } else {
            byFace(n, phones.of(n), prover(n).eid(), true).orFail("binding resident " + n);
        }
        phones.save(n);
    }

    /**
     * Tries to bind by a face check.
     *
     * @param face whose face is in front of the camera
     * @param live false for a photograph
     */
    public ApiAnswer<Receipt> byFace(int n, Wallet wallet, UUID face, boolean live)
            throws IOException, InterruptedException {
        return binder(n, wallet)
                .byFace(
                        members.of(n).eid(),
                        members.parentOf(n).map(Member::eid),
                        new StandInCamera(signIns.transport(), face, live));
    }

    /** Makes a key that waits, on this wallet, for a kiosk or a counter. */
    public PendingKey begin(int n, Wallet wallet) throws IOException, InterruptedException {
        return binder(n, wallet)
                .begin(members.of(n).eid(), members.parentOf(n).map(Member::eid))
                .orFail("a challenge for resident " + n);
    }

    /** The number for a key that waits. */
    public String number(int n, Wallet wallet, PendingKey key) throws IOException, InterruptedException {
        return binder(n, wallet)
                .kioskNumber(key)
                .orFail("a number for resident " + n)
                .number();
    }

    /** Asks what became of the number; the wallet holds the e-ID once it was used. */
    public boolean isBound(int n, Wallet wallet, PendingKey key) throws IOException, InterruptedException {
        ResidentClient account = signIns.resident(n, SignInClient.APP, true);
        return binder(n, wallet)
                .afterKiosk(key, account)
                .orFail("the number's state")
                .isUsed();
    }

    private void atKiosk(int n, Wallet wallet) throws IOException, InterruptedException {
        PendingKey key = begin(n, wallet);
        kiosk.use(prover(n).idNumber(), true, number(n, wallet, key)).orFail("binding resident " + n + " at the kiosk");
        if (!isBound(n, wallet, key)) {
            throw new IOException("the kiosk bound resident " + n + ", and the phone does not know");
        }
    }

    /** Whose face or card is needed. */
    private Member prover(int n) {
        Optional<Member> parent = members.parentOf(n);
        return parent.orElseGet(() -> members.of(n));
    }

    private PhoneBinder binder(int n, Wallet wallet) {
        ResidentClient account = signIns.resident(n, SignInClient.APP, true);
        return new PhoneBinder(account.binding(), wallet, KeyAttester.NONE);
    }

    /** @param refused why it could not be bound; empty when it was */
    private record Tried(boolean missing, String refused) {}

    /**
     * What came of binding what was missing.
     *
     * @param bound how many were bound
     * @param refused one line for each that could not be
     */
    public record Missing(int bound, List<String> refused) {}
}
