package mo.farol.server.eid;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import mo.farol.core.binding.AccountCase;
import mo.farol.core.binding.AccountLinks;
import mo.farol.core.binding.AccountName;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.CardEvent;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.GuardianshipEvent;
import mo.farol.core.binding.KioskCheck;
import mo.farol.core.binding.KioskNumber;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.PastEvents;
import mo.farol.core.binding.PhoneInfo;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.registry.IdNumber;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.token.BindingPublicKey;
import org.jspecify.annotations.Nullable;

/**
 * Does what it is asked and says so, unless the test told it what to answer next. Like the ledger it remembers requests by
 * their keys.
 */
public final class FakeBindings implements Bindings, AccountLinks, PastEvents {
    /** Names nothing. */
    public static final UUID NOBODYS = UUID.fromString("00000000-0000-4000-8000-000000000000");

    /** What was asked, in order: the method's name and its arguments. */
    public final List<List<@Nullable Object>> asked = new CopyOnWriteArrayList<>();

    /** While true, nothing is anybody's. */
    public volatile boolean authorityEnded;

    public KioskNumber kioskNumber = Samples.kioskNumber(Samples.AT.plusSeconds(600), 0, false);

    private final Queue<Future<? extends Answer<?>>> script = new ConcurrentLinkedQueue<>();
    private final Map<ByteBuffer, Remembered> remembered = new ConcurrentHashMap<>();

    private record Remembered(byte[] hash, Answer<?> answer) {}

    /** The next request gets this. */
    public void next(Answer<?> answer) {
        script.add(Future.succeededFuture(answer));
    }

    public void refuseNext(BindingRefusal why) {
        next(new Answer.Refused<>(why, Optional.of(Samples.refusal(why)), false));
    }

    public void failNext(Throwable why) {
        script.add(Future.failedFuture(why));
    }

    /** What the last request asked. */
    public List<@Nullable Object> last() {
        return asked.getLast();
    }

    @SuppressWarnings("unchecked")
    private <T> Future<Answer<T>> answer(@Nullable RequestKey key, Supplier<T> usual) {
        if (last().contains(NOBODYS) || authorityEnded) {
            return Future.succeededFuture(new Answer.NotFound<>());
        }
        ByteBuffer scope = key == null ? null : ByteBuffer.wrap(key.scope());
        Remembered earlier = scope == null ? null : remembered.get(scope);
        if (key != null && earlier != null) {
            return Future.succeededFuture(
                    Arrays.equals(earlier.hash(), key.hash())
                            ? (Answer<T>) again(earlier.answer())
                            : new Answer.KeyReused<>());
        }
        Future<? extends Answer<?>> scripted = script.poll();
        Future<Answer<T>> answer = scripted == null
                ? Future.succeededFuture(new Answer.Given<>(usual.get(), false))
                : scripted.map(told -> (Answer<T>) told);
        return answer.onSuccess(told -> {
            if (key != null && scope != null) {
                remembered.put(scope, new Remembered(key.hash(), told));
            }
        });
    }

    /** The unbinding of {@link Samples#BINDING}, and nothing else. */
    @Override
    public Future<Optional<EidEvent>> find(UUID event) {
        return Future.succeededFuture(
                event.equals(Samples.EARLIER)
                        ? Optional.of(Samples.event(
                                Samples.EARLIER,
                                EventKind.UNBOUND,
                                Optional.empty(),
                                Channel.APP,
                                new Actor.Resident(Samples.PARENT),
                                "sold"))
                        : Optional.empty());
    }

    @Override
    @SuppressWarnings("unchecked")
    public Future<Optional<Answer<EidEvent>>> answerTo(RequestKey request) {
        return Future.succeededFuture(Optional.ofNullable(remembered.get(ByteBuffer.wrap(request.scope())))
                .map(earlier -> Arrays.equals(earlier.hash(), request.hash())
                        ? (Answer<EidEvent>) again(earlier.answer())
                        : new Answer.KeyReused<>()));
    }

    private static Answer<?> again(Answer<?> answer) {
        return switch (answer) {
            case Answer.Given<?> given -> new Answer.Given<>(given.value(), true);
            case Answer.Refused<?> refused ->
                new Answer.Refused<>(refused.why(), refused.event(), true, refused.endedBy());
            case Answer.NotFound<?> none -> none;
            case Answer.StepUpNeeded<?> weak -> weak;
            case Answer.KeyReused<?> reused -> reused;
        };
    }

    private Future<Answer<EidEvent>> event(@Nullable RequestKey key, EventKind kind, Channel channel, Actor actor) {
        return answer(key, () -> Samples.event(kind, channel, actor));
    }

    private void note(@Nullable Object... call) {
        asked.add(Arrays.asList(call));
    }

    @Override
    public Future<Answer<NewChallenge>> challenge(
            Caller caller, UUID eid, BindingPublicKey key, PhoneInfo phone, @Nullable UUID guardian) {
        note("challenge", caller, eid, key, phone, guardian);
        return answer(null, () -> new NewChallenge(Samples.challenge(caller.session()), guardian == null));
    }

    @Override
    public Future<Answer<FaceCheckSubject>> faceCheckSubject(Caller caller, UUID eid, UUID challenge) {
        note("faceCheckSubject", caller, eid, challenge);
        return answer(null, () -> new FaceCheckSubject(eid, new IdNumber(Samples.NUMBER), challenge));
    }

    @Override
    public Future<Answer<EidEvent>> bind(Caller caller, UUID eid, FaceProof proof, RequestKey request) {
        note("bind", caller, eid, proof);
        return event(request, EventKind.BOUND, Channel.APP, new Actor.Resident(caller.resident()));
    }

    @Override
    public Future<Answer<ShownNumber>> kioskNumber(Caller caller, UUID eid, PhoneProof proof, RequestKey request) {
        note("kioskNumber", caller, eid, proof);
        return answer(request, () -> new ShownNumber("40718365", kioskNumber));
    }

    @Override
    public Future<Answer<KioskNumber>> kioskNumberState(Caller caller, UUID eid, UUID challenge) {
        note("kioskNumberState", caller, eid, challenge);
        return answer(null, () -> kioskNumber);
    }

    @Override
    public Future<Answer<EidEvent>> bindAtKiosk(
            TerminalIdentity kiosk, String number, KioskCheck check, RequestKey request) {
        note("bindAtKiosk", kiosk, number, check);
        return event(request, EventKind.BOUND, Channel.KIOSK, new Actor.Kiosk(kiosk.terminal()));
    }

    @Override
    public Future<Answer<EidEvent>> suspend(Caller caller, UUID binding, @Nullable String reason, RequestKey request) {
        note("suspend", caller, binding, reason);
        return event(request, EventKind.SUSPENDED, Channel.APP, new Actor.Resident(caller.resident()));
    }

    @Override
    public Future<Answer<EidEvent>> resume(Caller caller, UUID binding, @Nullable String reason, RequestKey request) {
        note("resume", caller, binding, reason);
        return event(request, EventKind.RESUMED, Channel.APP, new Actor.Resident(caller.resident()));
    }

    @Override
    public Future<Answer<EidEvent>> unbind(Caller caller, UUID binding, @Nullable String reason, RequestKey request) {
        note("unbind", caller, binding, reason);
        return event(request, EventKind.UNBOUND, Channel.APP, new Actor.Resident(caller.resident()));
    }

    @Override
    public Future<Answer<EidEvent>> unbindAtCounter(
            OperatorCaller operator, UUID binding, String reason, RequestKey request) {
        note("unbindAtCounter", operator, binding, reason);
        return byOperator(operator, request, EventKind.UNBOUND, Channel.DSI_COUNTER);
    }

    @Override
    public Future<Answer<UUID>> openCounterCase(
            OperatorCaller operator, String number, UUID actor, String reason, RequestKey request) {
        note("openCounterCase", operator, number, actor, reason);
        return answer(request, () -> Samples.CHALLENGE);
    }

    @Override
    public Future<Answer<EidEvent>> approveCounterCase(OperatorCaller operator, UUID counterCase, RequestKey request) {
        note("approveCounterCase", operator, counterCase);
        return byOperator(operator, request, EventKind.BOUND, Channel.DSI_COUNTER);
    }

    @Override
    public Future<Answer<EidEvent>> cardEvent(OperatorCaller operator, CardEvent event, RequestKey request) {
        note("cardEvent", operator, event);
        return byOperator(operator, request, EventKind.CARD_EVENT, Channel.CIVIL_REGISTRY);
    }

    @Override
    public Future<Answer<EidEvent>> guardianshipEvent(
            OperatorCaller operator, GuardianshipEvent event, RequestKey request) {
        note("guardianshipEvent", operator, event);
        return byOperator(operator, request, EventKind.GUARDIAN_GRANTED, Channel.CIVIL_REGISTRY);
    }

    @Override
    public Future<Answer<EidEvent>> link(
            OperatorCaller operator, long resident, AccountName account, RequestKey request) {
        note("link", operator, resident, text(account));
        return byOperator(operator, request, EventKind.ACCOUNT_LINKED, Channel.DSI_COUNTER);
    }

    @Override
    public Future<Answer<AccountCase>> openCase(
            OperatorCaller operator, long resident, AccountName account, String reason, RequestKey request) {
        note("openCase", operator, resident, text(account), reason);
        return answer(
                request,
                () -> new AccountCase(Samples.EVENT, account, resident, "ana", reason, Samples.AT.plusSeconds(1800)));
    }

    @Override
    public Future<Answer<EidEvent>> approveCase(OperatorCaller operator, UUID accountCase, RequestKey request) {
        note("approveCase", operator, accountCase);
        return byOperator(operator, request, EventKind.ACCOUNT_LINKED, Channel.DSI_COUNTER);
    }

    @Override
    public Future<Answer<EidEvent>> unlink(
            OperatorCaller operator, long resident, Optional<AccountName> only, String reason, RequestKey request) {
        note("unlink", operator, resident, only.map(FakeBindings::text), reason);
        return byOperator(operator, request, EventKind.ACCOUNT_UNLINKED, Channel.DSI_COUNTER);
    }

    private static String text(AccountName account) {
        return new String(account.account(), UTF_8);
    }

    private Future<Answer<EidEvent>> byOperator(
            OperatorCaller operator, RequestKey request, EventKind kind, Channel channel) {
        return event(request, kind, channel, new Actor.Operator(List.of(operator.pseudonym())));
    }
}
