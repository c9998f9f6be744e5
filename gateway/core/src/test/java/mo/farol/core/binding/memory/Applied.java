package mo.farol.core.binding.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.HeldAccount;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.binding.NewEvent;
import mo.farol.core.binding.Ruling;
import mo.farol.core.verification.AttemptIds;
import mo.farol.token.BindingPublicKey;

/** Changes as the database makes them, with its unique keys. */
final class Applied {
    private final People people;
    private final Set<String> usedOnce = new HashSet<>();
    private final Set<BindingPublicKey> keys = new HashSet<>();
    private final Map<Long, Long> keyIdOfBinding = new HashMap<>();

    Applied(People people) {
        this.people = people;
    }

    /** Why these changes cannot be made; nothing has changed then. */
    Optional<BindingRefusal> spent(long resident, List<Change> changes) {
        return changes.stream()
                .map(change -> switch (change) {
                    case Change.UseOnce use
                    when usedOnce.contains(once(use)) -> Optional.of(use.kind().refusal());
                    case Change.Bind bind
                    when keys.contains(bind.key()) -> Optional.of(BindingRefusal.KEY_ALREADY_USED);
                    case Change.Bind bind -> Optional.<BindingRefusal>empty();
                    case Change.UseOnce use -> Optional.<BindingRefusal>empty();
                    case Change.Move move -> Optional.<BindingRefusal>empty();
                    case Change.Card card -> Optional.<BindingRefusal>empty();
                    case Change.Guardian guardian -> Optional.<BindingRefusal>empty();
                    case Change.LinkAccount link
                    when people.isElsewhere(resident, link) -> Optional.of(BindingRefusal.ACCOUNT_LINKED_ELSEWHERE);
                    case Change.LinkAccount link -> Optional.<BindingRefusal>empty();
                    case Change.UnlinkAccount unlink -> Optional.<BindingRefusal>empty();
                })
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Makes the changes and gives the events their ids. */
    List<EidEvent> enter(Eid eid, Instant now, Ruling ruling, AttemptIds ids) {
        long newBinding = people.nextBinding();
        Map<Long, UUID> eventOf = new HashMap<>();
        List<UUID> eventIds = new ArrayList<>();
        for (NewEvent event : ruling.events()) {
            eventIds.add(ids.next());
            if (event.about() != null) {
                eventOf.put(event.about(), eventIds.getLast());
            }
        }
        for (Change change : ruling.changes()) {
            make(people.person(eid.resident()), change, newBinding, now, eventOf);
        }
        List<EidEvent> entered = new ArrayList<>();
        for (int i = 0; i < eventIds.size(); i++) {
            entered.add(event(eventIds.get(i), now, eid, ruling.events().get(i), newBinding));
        }
        return entered;
    }

    private void make(Person person, Change change, long newBinding, Instant now, Map<Long, UUID> eventOf) {
        switch (change) {
            case Change.UseOnce use -> usedOnce.add(once(use));
            case Change.Bind bind -> bind(person, bind, newBinding, now);
            case Change.Move move ->
                person.bindings.replaceAll(held -> held.id() == move.binding() ? moved(held, move, eventOf) : held);
            case Change.Card card ->
                person.card = new HeldCard(card.status(), card.expires(), card.sequence(), card.dead());
            case Change.Guardian guardian ->
                people.enter(person.row, guardian.guardian(), guardian.kind(), guardian.inForce(), guardian.sequence());
            case Change.LinkAccount link -> person.accounts.addFirst(new HeldAccount(link.account(), true));
            case Change.UnlinkAccount unlink ->
                person.accounts.replaceAll(
                        held -> held.name().isSame(unlink.account()) ? new HeldAccount(held.name(), false) : held);
        }
    }

    /** The unique keys of the table: one live binding, and no key id twice. */
    private void bind(Person person, Change.Bind bind, long row, Instant now) {
        if (person.bindings.stream().anyMatch(HeldBinding::isLive)
                || keyIdOfBinding.containsValue(bind.keyId().value())) {
            throw new IllegalStateException("a unique key of the binding table");
        }
        keys.add(bind.key());
        keyIdOfBinding.put(row, bind.keyId().value());
        UUID handle = new UUID(0x4001L, 0x8000_0000_0000_0000L | row);
        person.bindings.addFirst(
                new HeldBinding(row, handle, BindingStatus.ACTIVE, bind.way(), bind.actor(), now, null));
    }

    private static HeldBinding moved(HeldBinding held, Change.Move move, Map<Long, UUID> eventOf) {
        boolean ends = move.to() == BindingStatus.SUPERSEDED || move.to() == BindingStatus.UNBOUND;
        return new HeldBinding(
                held.id(),
                held.handle(),
                move.to(),
                held.way(),
                held.actor(),
                held.boundAt(),
                ends ? eventOf.get(held.id()) : held.endedBy());
    }

    private EidEvent event(UUID id, Instant now, Eid eid, NewEvent event, long newBinding) {
        Long about = event.about();
        if (about == null) {
            return new EidEvent(id, now, eid.resident(), eid.handle(), null, null, event);
        }
        long row = about == NewEvent.THE_NEW_BINDING ? newBinding : about;
        HeldBinding held = people.person(eid.resident()).bindings.stream()
                .filter(each -> each.id() == row)
                .findFirst()
                .orElseThrow();
        return new EidEvent(id, now, eid.resident(), eid.handle(), held.handle(), keyIdOfBinding.get(row), event);
    }

    private static String once(Change.UseOnce use) {
        return use.kind() + " " + HexFormat.of().formatHex(use.key());
    }
}
