package mo.farol.server.mail;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mo.farol.core.notice.DueMail;
import mo.farol.core.notice.Outbox;
import mo.farol.core.verification.ArbiterUnreachable;

/** An outbox in memory, which forgets nothing and can be cut off. Leases end, and failed mails are due, when the test says. */
final class FakeOutbox implements Outbox {
    private final Map<UUID, DueMail> waiting = new LinkedHashMap<>();
    private final Set<UUID> leased = new HashSet<>();
    private final Map<UUID, Integer> failures = new HashMap<>();
    private final List<UUID> sent = new ArrayList<>();
    private boolean unreachable;
    private int cutOffAfterSends = Integer.MAX_VALUE;

    synchronized void put(DueMail mail) {
        waiting.put(mail.id(), mail);
    }

    synchronized void cutOff(boolean off) {
        unreachable = off;
    }

    /** As when the gateway dies after the server took this many mails, before it can say so. */
    synchronized void dieBeforeSaying(int sends) {
        cutOffAfterSends = sends;
    }

    synchronized void endLeases() {
        leased.clear();
    }

    synchronized List<UUID> sent() {
        return List.copyOf(sent);
    }

    synchronized int failures(UUID mail) {
        return failures.getOrDefault(mail, 0);
    }

    synchronized int waiting() {
        return waiting.size();
    }

    @Override
    public synchronized Future<List<DueMail>> take(int atMost, Duration lease) {
        if (unreachable) {
            return cutOff();
        }
        List<DueMail> taken = waiting.values().stream()
                .filter(mail -> !leased.contains(mail.id()))
                .limit(atMost)
                .toList();
        taken.forEach(mail -> leased.add(mail.id()));
        return Future.succeededFuture(taken);
    }

    @Override
    public synchronized Future<Void> sent(DueMail mail) {
        if (unreachable || sent.size() >= cutOffAfterSends) {
            return cutOff();
        }
        waiting.remove(mail.id());
        leased.remove(mail.id());
        sent.add(mail.id());
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Void> failed(DueMail mail) {
        if (unreachable) {
            return cutOff();
        }
        failures.merge(mail.id(), 1, Integer::sum);
        return Future.succeededFuture();
    }

    private static <T> Future<T> cutOff() {
        return Future.failedFuture(new ArbiterUnreachable("cut off for the test"));
    }
}
