package mo.farol.demo.lives;

import java.util.List;
import mo.farol.demo.lives.Happening.Kind;

/**
 * Judges a history by what its senders saw, so that no clock but theirs is asked: no code may be verified that was sent
 * after the end of its binding was acknowledged (I2).
 */
final class LifeHistory {
    private final List<Happening> all;

    LifeHistory(List<Happening> all) {
        this.all = List.copyOf(all);
    }

    /** Verifications that must not have been. */
    List<Happening> wronglyVerified() {
        return all.stream()
                .filter(each -> each.isDone(Kind.VERIFY))
                .filter(each -> wasEndedBefore(each) || wasSuspendedBefore(each))
                .toList();
    }

    private boolean wasEndedBefore(Happening verified) {
        return all.stream()
                .filter(each -> each.answered() < verified.sent())
                .anyMatch(each -> each.isDone(Kind.UNBIND) && each.binding().equals(verified.binding())
                        || each.isDone(Kind.BIND) && supersedes(each, verified));
    }

    /** A bind that began after this binding was acknowledged has ended it. */
    private boolean supersedes(Happening bind, Happening verified) {
        return bind.eid().equals(verified.eid())
                && !bind.binding().equals(verified.binding())
                && all.stream()
                        .anyMatch(own -> own.isDone(Kind.BIND)
                                && own.binding().equals(verified.binding())
                                && own.answered() < bind.sent());
    }

    private boolean wasSuspendedBefore(Happening verified) {
        return all.stream()
                .filter(each -> each.isDone(Kind.SUSPEND)
                        && each.binding().equals(verified.binding())
                        && each.answered() < verified.sent())
                .anyMatch(suspended -> noResume(suspended, verified));
    }

    /** Whether nothing that may have resumed it came between, also nothing whose answer said otherwise. */
    private boolean noResume(Happening suspended, Happening verified) {
        return all.stream()
                .noneMatch(each -> each.what() == Kind.RESUME
                        && each.binding().equals(verified.binding())
                        && each.answered() > suspended.sent()
                        && each.sent() < verified.answered());
    }
}
