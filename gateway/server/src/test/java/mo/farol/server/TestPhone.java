package mo.farol.server;

import static mo.farol.server.testing.Awaiting.await;

import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.NewResident;
import mo.farol.phone.challenge.ChallengeAnswer;
import mo.farol.phone.challenge.ChallengePhone;
import mo.farol.phone.challenge.ChallengeReader;
import mo.farol.phone.code.BoundEid;
import mo.farol.phone.code.CodeKeys;
import mo.farol.phone.code.CodeKeysSource;
import mo.farol.phone.code.CountersInMemory;
import mo.farol.phone.code.Phone;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Transport;
import mo.farol.token.BindingKeyId;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.CodeMinter;
import mo.farol.token.mint.PhoneKey;

/** A synthetic resident with a phone whose keys the gateway published. */
final class TestPhone {
    private static final SecureRandom RANDOM = new SecureRandom();

    final long binding;
    final Map<Field, String> fields;
    private final BoundEid eid;
    private final CodeKeys keys;
    private final Clock clock;
    private final Phone phone;

    TestPhone(TestGateway gateway, Clock clock) throws Exception {
        Crypto crypto = Crypto.preferred().crypto();
        PhoneKey key = PhoneKey.generate(crypto, RANDOM);
        eid = new BoundEid(new BindingKeyId(RANDOM.nextLong()), key);
        fields = fields();
        long resident =
                await(gateway.store.registry().addResident(new NewResident(fields, LocalDate.of(2099, 12, 31), false)));
        binding = await(gateway.store.registry().bind(resident, eid.id(), key.publicKey()));
        this.keys = published(gateway);
        this.clock = clock;
        phone = new Phone(new CodeMinter(crypto, RANDOM), keys, new CountersInMemory(), clock);
    }

    static CodeKeys published(TestGateway gateway) throws Exception {
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            return new CodeKeysSource(transport, new GatewayAddresses(List.of(gateway.api()))).fetch();
        }
    }

    static Map<Field, String> fields() {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        int number = RANDOM.nextInt(1_000_000);
        fields.put(Field.ID_NUMBER, String.format(Locale.ROOT, "5%06d(%d)", number, RANDOM.nextInt(10)));
        fields.put(Field.SURNAME_ZH, "陳");
        fields.put(Field.GIVEN_NAMES_ZH, "大文");
        fields.put(Field.SURNAME_PT, "CHAN");
        fields.put(Field.GIVEN_NAMES_PT, "TAI MAN");
        fields.put(Field.PHOTO, "cGhvdG8" + number);
        return fields;
    }

    String code(CodeType type) {
        return phone.code(eid, type);
    }

    /** What it makes of a terminal's challenge when its owner taps yes. */
    ChallengeAnswer answer(String scanned) throws InterruptedException {
        ChallengeReader reader =
                new ChallengeReader(keys.challenges(), Crypto.preferred().crypto(), clock);
        return new ChallengePhone(phone, reader).answer(eid, CodeType.EID, scanned, challenge -> true);
    }
}
