package mo.farol.server.eid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import mo.farol.core.accesslog.RecordKind;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.BindingWay;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.binding.KioskNumber;
import mo.farol.core.binding.NewEvent;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.PhoneInfo;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.registry.CardStatus;
import mo.farol.core.resident.AccessRecordView;
import mo.farol.core.resident.BindingView;
import mo.farol.core.resident.EidView;
import mo.farol.core.resident.GuardianView;
import mo.farol.core.resident.NoticeView;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.crypto.P256;
import org.jspecify.annotations.Nullable;

/** One invented family and what happened to it. */
public final class Samples {
    public static final long PARENT = 7;
    public static final long CHILD = 8;
    public static final UUID EID = UUID.fromString("6f1d2c3a-1111-4c3a-9d2e-0a1b2c3d4e5f");
    public static final UUID CHILD_EID = UUID.fromString("7a2e3d4b-3333-4d4b-ae3f-1b2c3d4e5f60");
    public static final UUID BINDING = UUID.fromString("0b7c0f62-2222-4f0b-8d3f-5b6c7d8e9f00");
    public static final UUID CHALLENGE = UUID.fromString("3c9f0a77-4444-4b6b-8a11-2f3e4d5c6b7a");
    public static final UUID EVENT = UUID.fromString("0192f3c0-7a2b-7c3d-8e4f-5a6b7c8d9e0f");
    public static final UUID EARLIER = UUID.fromString("0192f3c0-0000-7c3d-8e4f-5a6b7c8d9e0f");
    public static final UUID RECORD = UUID.fromString("0192f3c0-7a2b-7c3d-8e4f-000000000001");
    public static final Instant AT = Instant.parse("2026-11-24T02:15:30.123Z");
    public static final String NUMBER = "1234567(8)";
    public static final BindingPublicKey KEY = P256.publicKey(P256.newScalar(new Random(7)));

    private Samples() {}

    public static PhoneInfo phone() {
        return new PhoneInfo("My phone", "Example X1");
    }

    public static BindingView binding(BindingStatus status) {
        boolean ended = status == BindingStatus.UNBOUND || status == BindingStatus.SUPERSEDED;
        return new BindingView(
                BINDING,
                status,
                phone(),
                BindingWay.FACE,
                KeyLevel.STRONG_BOX,
                AT,
                AT.plusSeconds(60),
                ended ? AT.plusSeconds(90) : null,
                ended ? EARLIER : null);
    }

    public static EidView eid() {
        return new EidView(
                PARENT,
                EID,
                true,
                false,
                false,
                Map.of(Field.SURNAME_ZH, "陳", Field.GIVEN_NAMES_ZH, "大文", Field.ID_NUMBER, NUMBER),
                CardStatus.IN_FORCE,
                LocalDate.of(2031, 4, 30),
                List.of(),
                binding(BindingStatus.ACTIVE));
    }

    public static EidView ward() {
        GuardianView parent = new GuardianView(EID, GuardianKind.PARENT, Map.of(Field.SURNAME_ZH, "陳"), false);
        return new EidView(
                CHILD,
                CHILD_EID,
                false,
                true,
                true,
                Map.of(Field.SURNAME_PT, "CHAN"),
                CardStatus.REPORTED_LOST,
                null,
                List.of(parent),
                null);
    }

    public static EidEvent event(EventKind kind, Channel channel, Actor actor) {
        return event(EVENT, kind, Optional.empty(), channel, actor, "lost");
    }

    public static EidEvent refusal(BindingRefusal why) {
        return event(EVENT, EventKind.BOUND, Optional.of(why), Channel.APP, new Actor.Resident(PARENT), null);
    }

    public static EidEvent event(
            UUID id,
            EventKind kind,
            Optional<BindingRefusal> refusal,
            Channel channel,
            Actor actor,
            @Nullable String reason) {
        return new EidEvent(
                id, AT, PARENT, EID, BINDING, 1L, new NewEvent(kind, 1L, refusal, channel, actor, reason, null));
    }

    public static Challenge challenge(byte[] session) {
        return new Challenge(
                CHALLENGE,
                PARENT,
                PARENT,
                session,
                new byte[32],
                new BindingKeyId(0x00f1e2d3c4b5a697L),
                KEY,
                phone(),
                null,
                AT.plusSeconds(300));
    }

    public static KioskNumber kioskNumber(Instant expires, int wrongTries, boolean used) {
        return new KioskNumber(CHALLENGE, PARENT, PARENT, KeyLevel.NOT_ATTESTED, expires, wrongTries, used);
    }

    public static AccessRecordView record(UUID id) {
        return new AccessRecordView(
                id,
                EID,
                RecordKind.OPERATOR_LOOK_UP,
                AT,
                "A bureau",
                "operator_console",
                "operator_look_up",
                null,
                null,
                "Lost phone",
                "o-5521",
                FieldSet.NAME_AND_PHOTO,
                FieldSet.NONE,
                "refused",
                "expired",
                2,
                3,
                new byte[32]);
    }

    public static NoticeView notice() {
        return new NoticeView(
                EVENT, NoticeKind.FIRST_USE_BY_INSTITUTION, AT, CHILD_EID, false, RECORD, "A bank", AT.plusSeconds(5));
    }

    public static Eid lockedEid(long row, UUID handle) {
        return new Eid(
                row,
                handle,
                LocalDate.of(1990, 5, 6),
                false,
                new HeldCard(CardStatus.IN_FORCE, null, 0, false),
                List.of(),
                List.of());
    }
}
