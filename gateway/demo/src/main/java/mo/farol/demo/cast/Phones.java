package mo.farol.demo.cast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.phone.kit.KitPhones;
import mo.farol.phone.kit.KitResident;
import mo.farol.phone.wallet.HeldEid;
import mo.farol.phone.wallet.PhoneLabel;
import mo.farol.phone.wallet.Wallet;
import mo.farol.token.crypto.Crypto;

/** The phones of the demo's people, in files: everybody has one, but for children, whose e-IDs are on a parent's phone. */
public final class Phones {
    private final Members members;
    private final Map<Integer, Path> files = new HashMap<>();
    private final Map<Integer, Wallet> wallets = new HashMap<>();

    private Phones(Members members) {
        this.members = members;
    }

    /** Those of an earlier start, and new ones. @param folder of their files, which is there */
    public static Phones in(Path folder, Members members, Crypto crypto) throws IOException {
        Phones phones = new Phones(members);
        SecureRandom random = new SecureRandom();
        for (Member member : members.all()) {
            if (members.parentOf(member.n()).isEmpty()) {
                Path file = folder.resolve("phone-" + member.n() + ".json");
                phones.files.put(member.n(), file);
                phones.wallets.put(
                        member.n(),
                        Files.exists(file)
                                ? Wallet.read(file, crypto, random)
                                : new Wallet(
                                        new PhoneLabel("Phone " + member.n(), "Farol reference phone"),
                                        crypto,
                                        random));
            }
        }
        return phones;
    }

    /** The phone on which resident {@code n} has their e-ID, or is to have it. */
    public Wallet of(int n) {
        Wallet wallet = wallets.get(owner(n));
        if (wallet == null) {
            throw new IllegalArgumentException("resident " + n + " has no phone");
        }
        return wallet;
    }

    /** The e-ID of resident {@code n}; empty when it is on no phone. */
    public Optional<HeldEid> held(int n) {
        return of(n).held(members.of(n).eid());
    }

    /** Writes the phone that has the e-ID of resident {@code n}. */
    public void save(int n) throws IOException {
        Path file = files.get(owner(n));
        if (file != null) {
            of(n).write(file);
        }
    }

    /** What load tests and {@code ./farol code} need of all phones. */
    public List<KitResident> kit() {
        List<KitResident> kit = new ArrayList<>();
        for (Member member : members.all()) {
            held(member.n())
                    .ifPresent(held -> kit.add(KitPhones.resident(
                            member.n(),
                            held.keyId(),
                            held.scalar(),
                            member.kind().label())));
        }
        return kit;
    }

    private int owner(int n) {
        return members.parentOf(n).map(Member::n).orElse(n);
    }
}
