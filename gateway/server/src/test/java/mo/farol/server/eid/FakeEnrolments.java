package mo.farol.server.eid;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.LongStream;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.registry.Enrolments;
import mo.farol.core.registry.NewTerminal;
import mo.farol.core.registry.OperatorAct;
import mo.farol.core.registry.OperatorActKind;
import mo.farol.core.registry.OperatorActs;
import mo.farol.core.registry.RegisteredName;
import mo.farol.core.registry.RegisteredTerminal;
import mo.farol.core.terminal.EnrolledTerminal;
import mo.farol.core.terminal.Standing;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.terminal.Terminals;

/** Terminals in memory, of one institution and one means. */
public final class FakeEnrolments implements Enrolments, Terminals, OperatorActs {
    public static final String INSTITUTION = "A public counter";
    public static final String MEANS = "Scanner 1.0";

    /** Who did what. */
    public final List<String> acts = new CopyOnWriteArrayList<>();

    private final Map<String, RegisteredTerminal> terminals = new ConcurrentSkipListMap<>();
    private final Map<String, RegisteredName> institutions =
            new TreeMap<>(Map.of(INSTITUTION, new RegisteredName(3, INSTITUTION, false)));
    private final Map<String, RegisteredName> means = new TreeMap<>(Map.of(MEANS, new RegisteredName(4, MEANS, false)));

    @Override
    public Future<Long> addTerminal(NewTerminal added, OperatorCaller by) {
        if (terminals.containsKey(added.name())) {
            return Future.failedFuture(new NameTaken());
        }
        acts.add(by.pseudonym() + " addTerminal " + added.name());
        long row = terminals.size() + 10L;
        terminals.put(
                added.name(),
                new RegisteredTerminal(
                        row,
                        added.name(),
                        Objects.requireNonNull(institutions.get(INSTITUTION)),
                        Objects.requireNonNull(means.get(MEANS)),
                        added.publicJwk(),
                        added.certificateSha256(),
                        false));
        return Future.succeededFuture(row);
    }

    @Override
    public Future<Optional<RegisteredTerminal>> terminal(String name) {
        return Future.succeededFuture(Optional.ofNullable(terminals.get(name)));
    }

    @Override
    public Future<List<RegisteredTerminal>> terminals(String after, int atMost) {
        return page(terminals.values(), RegisteredTerminal::name, after, atMost);
    }

    @Override
    public Future<Optional<RegisteredName>> institution(long row) {
        return byRow(institutions.values(), row);
    }

    @Override
    public Future<Optional<RegisteredName>> institution(String name) {
        return Future.succeededFuture(Optional.ofNullable(institutions.get(name)));
    }

    @Override
    public Future<List<RegisteredName>> institutions(String after, int atMost) {
        return page(institutions.values(), RegisteredName::name, after, atMost);
    }

    @Override
    public Future<Optional<RegisteredName>> means(long row) {
        return byRow(means.values(), row);
    }

    @Override
    public Future<Optional<RegisteredName>> means(String name) {
        return Future.succeededFuture(Optional.ofNullable(means.get(name)));
    }

    @Override
    public Future<List<RegisteredName>> meansList(String after, int atMost) {
        return page(means.values(), RegisteredName::name, after, atMost);
    }

    private static <T> Future<List<T>> page(Collection<T> all, Function<T, String> name, String after, int atMost) {
        return Future.succeededFuture(all.stream()
                .filter(each -> name.apply(each).compareTo(after) > 0)
                .limit(atMost)
                .toList());
    }

    private static Future<Optional<RegisteredName>> byRow(Collection<RegisteredName> all, long row) {
        return Future.succeededFuture(
                all.stream().filter(each -> each.row() == row).findFirst());
    }

    @Override
    public Future<Void> suspendTerminal(long terminal, boolean suspended, OperatorCaller by) {
        acts.add(by.pseudonym() + " suspendTerminal " + suspended);
        terminals.replaceAll((name, each) -> each.row() == terminal
                ? new RegisteredTerminal(
                        each.row(),
                        name,
                        each.institution(),
                        each.means(),
                        each.publicJwk(),
                        each.certificateSha256(),
                        suspended)
                : each);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> suspendInstitution(long institution, boolean suspended, OperatorCaller by) {
        acts.add(by.pseudonym() + " suspendInstitution " + suspended);
        institutions.replaceAll((name, each) -> new RegisteredName(each.row(), name, suspended));
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> suspendMeans(long row, boolean suspended, OperatorCaller by) {
        acts.add(by.pseudonym() + " suspendMeans " + suspended);
        means.replaceAll((name, each) -> new RegisteredName(each.row(), name, suspended));
        return Future.succeededFuture();
    }

    /** A terminal named after a standing has it. */
    @Override
    public Future<Optional<EnrolledTerminal>> byClientId(String clientId) {
        if (clientId.equals("forgotten")) {
            return Future.succeededFuture(Optional.empty());
        }
        Optional<Standing> standing = Optional.of(clientId)
                .filter(name -> name.endsWith("_suspended"))
                .map(name -> Standing.valueOf(name.toUpperCase(java.util.Locale.ROOT)));
        return Future.succeededFuture(Optional.of(
                new EnrolledTerminal(new TerminalIdentity(5, 3, clientId), INSTITUTION, "{}", null, standing)));
    }

    @Override
    public Future<Void> numberNotFound(OperatorCaller by) {
        acts.add(by.pseudonym() + " numberNotFound");
        return Future.succeededFuture();
    }

    /** Acts 1 to 3, each by the officer of its number. */
    @Override
    public Future<List<OperatorAct>> before(long before, int atMost) {
        return Future.succeededFuture(LongStream.rangeClosed(1, 3)
                .map(n -> 4 - n)
                .filter(id -> id < before)
                .limit(atMost)
                .mapToObj(id -> new OperatorAct(
                        id, Samples.AT, "officer-" + id, OperatorActKind.TERMINAL_ENROLLED, "counter-1", INSTITUTION))
                .toList());
    }
}
