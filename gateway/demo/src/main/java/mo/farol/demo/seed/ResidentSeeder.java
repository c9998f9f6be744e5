package mo.farol.demo.seed;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import mo.farol.core.registry.NewBinding;
import mo.farol.core.registry.Registry;
import mo.farol.demo.people.People;
import mo.farol.demo.people.Person;
import mo.farol.phone.kit.KitPhones;
import mo.farol.token.BindingKeyId;
import mo.farol.token.crypto.P256;

/** Enters synthetic residents and binds each to a phone key of their own, some at a time. */
public final class ResidentSeeder {
    /** Small enough for one commit well below the store's limit of a second. */
    private static final int BATCH = 50;

    private final Registry registry;
    private final IntFunction<Person> people;
    private final SecureRandom random = new SecureRandom();

    public ResidentSeeder(Registry registry, People people) {
        this(registry, people::person);
    }

    /** @param people who has which number */
    public ResidentSeeder(Registry registry, IntFunction<Person> people) {
        this.registry = registry;
        this.people = people;
    }

    /**
     * Enters {@code count} people.
     *
     * @param first the number of the first among {@link People}
     * @return their phones' keys, numbered from 1
     */
    public List<SeededResident> enter(int first, int count) throws Waiting.StoreFailed, InterruptedException {
        List<SeededResident> entered = new ArrayList<>(count);
        while (entered.size() < count) {
            List<Person> some = new ArrayList<>();
            for (int i = entered.size(); i < Math.min(count, entered.size() + BATCH); i++) {
                some.add(people.apply(first + i));
            }
            entered.addAll(enter(some, entered.size() + 1));
        }
        return entered;
    }

    private List<SeededResident> enter(List<Person> some, int number) throws Waiting.StoreFailed, InterruptedException {
        List<Long> rows = Waiting.on(
                registry.addResidents(some.stream().map(Person::resident).toList()));
        List<NewBinding> bindings = new ArrayList<>();
        List<SeededResident> phones = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            BindingKeyId id = new BindingKeyId(random.nextLong());
            byte[] scalar = P256.newScalar(random);
            bindings.add(new NewBinding(rows.get(i), id, P256.publicKey(scalar)));
            phones.add(new SeededResident(
                    rows.get(i),
                    KitPhones.resident(
                            number + i, id, scalar, some.get(i).kind().label())));
        }
        Waiting.on(registry.bindAll(bindings));
        return phones;
    }
}
