package mo.farol.simulation.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mo.farol.simulation.phone.Phone;
import mo.farol.simulation.phone.Town;
import mo.farol.simulation.postgres.BindingRow;

/** Which phone holds each resident's e-ID, as asked for: a binding that has ended stays ended, the next is another phone. */
final class Bindings {
    private final Town town;
    private final Map<Long, Integer> generations = new HashMap<>();
    private final Map<Phone, Integer> statuses = new HashMap<>();

    Bindings(Town town) {
        this.town = town;
    }

    /** The phone that was bound last. */
    Phone current(long resident) {
        return town.phonesOf(resident).get(generations.getOrDefault(resident, 0));
    }

    void suspend(Clerk clerk, Phone phone, Runnable then) {
        change(clerk, phone, BindingRow.ACTIVE, BindingRow.SUSPENDED, then);
    }

    void resume(Clerk clerk, Phone phone, Runnable then) {
        change(clerk, phone, BindingRow.SUSPENDED, BindingRow.ACTIVE, then);
    }

    void unbind(Clerk clerk, Phone phone, Runnable then) {
        change(clerk, phone, BindingRow.ACTIVE, BindingRow.UNBOUND, then);
    }

    /** Binds the phone that follows this one, when this one is unbound and still the last. */
    void bindNext(Clerk clerk, Phone phone, Runnable then) {
        if (status(phone) == BindingRow.UNBOUND && hasNext(phone) && !clerk.isBusy(phone)) {
            Phone next = advance(phone);
            clerk.setBinding(next, BindingRow.ACTIVE, then);
        }
    }

    void supersede(Clerk clerk, Phone phone, Runnable then) {
        if (status(phone) == BindingRow.ACTIVE && hasNext(phone) && !clerk.isBusy(phone)) {
            statuses.put(phone, BindingRow.SUPERSEDED);
            clerk.supersede(phone, advance(phone), then);
        }
    }

    private void change(Clerk clerk, Phone phone, int from, int to, Runnable then) {
        if (status(phone) == from && !clerk.isBusy(phone)) {
            statuses.put(phone, to);
            clerk.setBinding(phone, to, then);
        }
    }

    private int status(Phone phone) {
        return statuses.getOrDefault(phone, BindingRow.ACTIVE);
    }

    private boolean hasNext(Phone phone) {
        List<Phone> phones = town.phonesOf(phone.resident());
        return phones.indexOf(phone) == generations.getOrDefault(phone.resident(), 0)
                && phones.indexOf(phone) + 1 < phones.size();
    }

    private Phone advance(Phone phone) {
        generations.merge(phone.resident(), 1, Integer::sum);
        return current(phone.resident());
    }
}
