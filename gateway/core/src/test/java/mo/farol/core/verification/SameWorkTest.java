package mo.farol.core.verification;

import static mo.farol.core.verification.Rig.ACCOUNT;
import static mo.farol.core.verification.Rig.BANK;
import static mo.farol.core.verification.Rig.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mo.farol.token.BindingKeyId;
import mo.farol.token.CodeType;
import mo.farol.token.CountingCrypto;
import mo.farol.token.Cryptos;
import mo.farol.token.Deployment;
import mo.farol.token.OpeningWay;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.mint.PhoneKey;
import mo.farol.token.mint.Recipient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Among texts that open: whatever is wrong with them, the gateway does the same things, as often. */
class SameWorkTest {
    private static final BindingKeyId NOBODYS = new BindingKeyId(1);

    private final CountingCrypto crypto = new CountingCrypto(Cryptos.NATIVE);
    private final Rig rig = new Rig(crypto);
    private final PhoneKey stranger = PhoneKey.generate(crypto, rig.phone.random);
    private int asked;

    /** What is wrong with a text that opens. */
    private enum Wrong {
        UNKNOWN_BINDING,
        SIGNED_BY_ANOTHER,
        RETIRED_KEY,
        RETIRED_KEY_AND_UNKNOWN_BINDING,
        RETIRED_KEY_AND_SIGNED_BY_ANOTHER
    }

    /** How things stand around it. */
    private enum Standing {
        USUAL,
        BUDGET_SPENT,
        DATABASE_DOWN
    }

    /** Everything that can be told apart from outside, and everything that takes time. */
    private record Done(
            Outcome outcome, List<String> cryptography, int lookUps, int givenBack, int recorded, int arbitrated) {}

    static Stream<Arguments> ways() {
        return Stream.of(OpeningWay.values())
                .flatMap(way -> Stream.of(Standing.values()).map(standing -> Arguments.of(way, standing)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void isDoneWhateverIsWrongAndWhateverIsCached(OpeningWay way, Standing standing) {
        List<Done> all = new ArrayList<>();
        for (Wrong wrong : Wrong.values()) {
            for (boolean cached : new boolean[] {true, false}) {
                all.add(done(text(wrong, way), cached, standing));
            }
        }

        assertThat(all.getFirst().cryptography()).contains("verify");
        assertThat(all).hasSize(10).allSatisfy(each -> assertThat(each).isEqualTo(all.getFirst()));
    }

    private Done done(String text, boolean cached, Standing standing) {
        FakePublicKeys keys = rig.publicKeys;
        keys.cached.clear();
        if (cached) {
            keys.cached.add(rig.phone.keyId);
        }
        keys.spent = standing == Standing.BUDGET_SPENT;
        keys.down = standing == Standing.DATABASE_DOWN;
        keys.lookUps = 0;
        keys.givenBack = 0;
        crypto.work.clear();
        Outcome outcome = rig.verify(ask(BANK, "try " + asked++, text, ACCOUNT));
        List<String> work = crypto.work.stream().sorted().toList();
        return new Done(outcome, work, keys.lookUps, keys.givenBack, rig.log.lines.size(), rig.arbiter.asked);
    }

    private String text(Wrong wrong, OpeningWay way) {
        return switch (wrong) {
            case UNKNOWN_BINDING -> mint(current(way), rig.phone.phone, NOBODYS);
            case SIGNED_BY_ANOTHER -> mint(current(way), stranger, rig.phone.keyId);
            case RETIRED_KEY -> mint(retired(way), rig.phone.phone, rig.phone.keyId);
            case RETIRED_KEY_AND_UNKNOWN_BINDING -> mint(retired(way), rig.phone.phone, NOBODYS);
            case RETIRED_KEY_AND_SIGNED_BY_ANOTHER -> mint(retired(way), stranger, rig.phone.keyId);
        };
    }

    private Recipient current(OpeningWay way) {
        return rig.phone.recipient(CodeType.EID, way);
    }

    private Recipient retired(OpeningWay way) {
        return switch (way) {
            case HPKE -> rig.phone.gatewayKey(0x12);
            case TICKET -> rig.phone.ticket(TicketEpoch.of(CodeType.EID, Deployment.TODAY.minusDays(40)));
        };
    }

    private String mint(Recipient to, PhoneKey key, BindingKeyId id) {
        return rig.phone.minter.mint(CodeType.EID, key, id, to, rig.time.seconds(), 1);
    }
}
