package mo.farol.store.binding;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.BindingMachine;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.BindingWay;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.binding.NewEvent;
import mo.farol.core.binding.OnceKind;
import mo.farol.core.binding.PhoneInfo;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.binding.Ruling;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;
import org.jspecify.annotations.Nullable;

/** Small rules, as plain as the ledger's tests need them. */
final class Acts {
    static final PhoneInfo PHONE = new PhoneInfo("Ana's telephone", "Examplar X2000");

    private Acts() {}

    static EidLedger.Rule always(Ruling ruling) {
        return (eid, now) -> ruling;
    }

    static Ruling ruling(NewEvent event, Change... changes) {
        return new Ruling(List.of(event), List.of(changes), List.of());
    }

    static NewEvent done(EventKind kind, @Nullable Long about) {
        return event(kind, about, Optional.empty());
    }

    static NewEvent refused(EventKind kind, @Nullable Long about, BindingRefusal why) {
        return event(kind, about, Optional.of(why));
    }

    /** Suspends, resumes or unbinds the latest binding, or refuses as the machine has it. */
    static EidLedger.Rule move(BindingAct act) {
        return (eid, now) -> {
            HeldBinding latest = eid.bindings().getFirst();
            return BindingMachine.next(latest.status(), act)
                    .map(next -> ruling(done(kind(act), latest.id()), new Change.Move(latest.id(), next)))
                    .orElseGet(() -> ruling(refused(kind(act), latest.id(), illegal(latest.status()))));
        };
    }

    /** Binds, and supersedes what is live; refuses when it is not what was live at the challenge. */
    static EidLedger.Rule bind(Change.Bind bind, @Nullable Long replacing, Change... first) {
        return (eid, now) -> Objects.equals(live(eid), replacing)
                ? bound(eid, bind, first)
                : ruling(refused(EventKind.BOUND, null, BindingRefusal.BOUND_MEANWHILE));
    }

    /** Binds, whatever is live. */
    static EidLedger.Rule rebind(Change.Bind bind, Change... first) {
        return (eid, now) -> bound(eid, bind, first);
    }

    static @Nullable Long live(Eid eid) {
        return eid.liveBinding().map(HeldBinding::id).orElse(null);
    }

    static Change.Bind phone(Random random, long actor) {
        byte[] point = new byte[BindingPublicKey.LENGTH];
        random.nextBytes(point);
        point[0] = 4;
        return new Change.Bind(
                new BindingKeyId(random.nextLong()),
                BindingPublicKey.of(point),
                BindingWay.FACE,
                actor,
                KeyLevel.TRUSTED_ENVIRONMENT,
                PHONE);
    }

    static Change.UseOnce once(OnceKind kind, long key) {
        return new Change.UseOnce(
                kind,
                ByteBuffer.allocate(16).putLong(8, key).array(),
                Instant.now().plusSeconds(600));
    }

    static RequestKey request(long scope) {
        return request(scope, scope);
    }

    static RequestKey request(long scope, long body) {
        return new RequestKey(
                ByteBuffer.allocate(32).putLong(scope).array(),
                ByteBuffer.allocate(32).putLong(body).array());
    }

    private static Ruling bound(Eid eid, Change.Bind bind, Change... first) {
        List<NewEvent> events = new ArrayList<>(List.of(done(EventKind.BOUND, NewEvent.THE_NEW_BINDING)));
        List<Change> changes = new ArrayList<>(List.of(first));
        eid.liveBinding().ifPresent(old -> {
            events.add(done(EventKind.SUPERSEDED, old.id()));
            changes.add(new Change.Move(old.id(), BindingStatus.SUPERSEDED));
        });
        changes.add(bind);
        return new Ruling(events, changes, List.of());
    }

    private static NewEvent event(EventKind kind, @Nullable Long about, Optional<BindingRefusal> why) {
        return new NewEvent(kind, about, why, Channel.APP, new Actor.Resident(1), "lost", null);
    }

    private static EventKind kind(BindingAct act) {
        return switch (act) {
            case BIND -> EventKind.BOUND;
            case SUPERSEDE -> EventKind.SUPERSEDED;
            case SUSPEND -> EventKind.SUSPENDED;
            case RESUME -> EventKind.RESUMED;
            case UNBIND -> EventKind.UNBOUND;
        };
    }

    private static BindingRefusal illegal(BindingStatus from) {
        return switch (from) {
            case ACTIVE -> BindingRefusal.NOT_SUSPENDED;
            case SUSPENDED -> BindingRefusal.ALREADY_SUSPENDED;
            case SUPERSEDED -> BindingRefusal.ALREADY_SUPERSEDED;
            case UNBOUND -> BindingRefusal.ALREADY_UNBOUND;
        };
    }
}
