package mo.farol.token.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import mo.farol.token.CodeType;
import mo.farol.token.Cryptos;
import mo.farol.token.Deployment;
import mo.farol.token.crypto.X25519;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private final Random random = new Random(1);

    @Test
    void refusesTwoKeysWithOneId() {
        KeyRingBuilder ring = KeyRing.builder().recipient(key(CodeType.EID, 1, KeyState.CURRENT));
        RecipientKey sameId = key(CodeType.CLEARANCE, 1, KeyState.CURRENT);
        assertThatIllegalArgumentException().isThrownBy(() -> ring.recipient(sameId));
    }

    @Test
    void refusesOneKeyForBothTypes() {
        RecipientKey eid = key(CodeType.EID, 1, KeyState.CURRENT);
        KeyRingBuilder ring = KeyRing.builder().recipient(eid);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ring.recipient(CodeType.CLEARANCE, 2, eid.privateKey(), eid.publicKey(), KeyState.CURRENT));
    }

    @Test
    void refusesTwoCurrentKeysOfOneType() {
        KeyRingBuilder ring = KeyRing.builder().recipient(key(CodeType.EID, 1, KeyState.CURRENT));
        assertThatIllegalArgumentException().isThrownBy(() -> ring.recipient(key(CodeType.EID, 2, KeyState.CURRENT)));
    }

    @Test
    void refusesHalvesThatDoNotBelongTogether() {
        byte[] one = bytes();
        byte[] other = X25519.publicKey(bytes());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.builder().recipient(CodeType.EID, 1, one, other, KeyState.NEXT));
    }

    @Test
    void refusesTwoTicketKeysForOneTypeAndDay() {
        KeyRingBuilder ring = KeyRing.builder().ticketKey(CodeType.EID, Deployment.TODAY, bytes(), KeyState.CURRENT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ring.ticketKey(CodeType.EID, Deployment.TODAY, bytes(), KeyState.NEXT));
        ring.ticketKey(CodeType.CLEARANCE, Deployment.TODAY, bytes(), KeyState.CURRENT);
    }

    @Test
    void refusesKeysOfAnotherLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecipientKey(CodeType.EID, 1, new byte[31], new byte[32], KeyState.NEXT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TicketKey(new TicketEpoch(2), new byte[16], KeyState.NEXT));
    }

    @Test
    void publishesCurrentNextAndRetiredKeysOfBothTypesInOneOrder() {
        KeyRing ring = new Deployment(Cryptos.NATIVE, 3).ring;
        assertThat(ring.published()).extracting(PublishedKey::kid).containsExactly(0x10, 0x11, 0x12, 0x20);
        assertThat(ring.published())
                .extracting(PublishedKey::state)
                .containsExactly(KeyState.CURRENT, KeyState.NEXT, KeyState.RETIRED, KeyState.CURRENT);
    }

    @Test
    void namesTheCurrentKeyOfAType() {
        KeyRing ring = new Deployment(Cryptos.NATIVE, 3).ring;
        assertThat(ring.current(CodeType.CLEARANCE).map(RecipientKey::kid)).contains(0x20);
        assertThat(KeyRing.builder().build().current(CodeType.EID)).isEmpty();
    }

    @Test
    void dropsTheTicketKeysOfPastDaysAndNothingElse() {
        KeyRing ring = new Deployment(Cryptos.NATIVE, 3).ring;
        KeyRing later = ring.withoutTicketsBefore(Deployment.TODAY);
        assertThat(later.ticketKey(TicketEpoch.of(CodeType.EID, Deployment.TODAY.minusDays(40))))
                .isEmpty();
        assertThat(later.ticketKey(TicketEpoch.of(CodeType.EID, Deployment.TODAY)))
                .isPresent();
        assertThat(later.ticketKey(TicketEpoch.of(CodeType.CLEARANCE, Deployment.TODAY)))
                .isPresent();
        assertThat(later.recipients()).hasSameSizeAs(ring.recipients());
        assertThat(later.withoutTicketsBefore(Deployment.TODAY.plusDays(1)).ticketKeys())
                .isEmpty();
    }

    @Test
    void printsNoSecret() {
        RecipientKey key = key(CodeType.EID, 0x7B, KeyState.CURRENT);
        TicketKey day = new TicketKey(TicketEpoch.of(CodeType.EID, Deployment.TODAY), bytes(), KeyState.CURRENT);
        assertThat(key).hasToString("RecipientKey[eid, CURRENT, redacted]");
        assertThat(day).hasToString("TicketKey[eid, CURRENT, redacted]");
    }

    private RecipientKey key(CodeType type, int kid, KeyState state) {
        byte[] privateKey = bytes();
        return new RecipientKey(type, kid, privateKey, X25519.publicKey(privateKey), state);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }
}
