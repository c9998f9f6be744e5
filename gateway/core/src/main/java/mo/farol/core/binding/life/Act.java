package mo.farol.core.binding.life;

import java.util.List;
import java.util.Optional;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.NewEvent;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.Ruling;
import mo.farol.core.terminal.TerminalIdentity;
import org.jspecify.annotations.Nullable;

/** Who acts, through what, and why: what all events of one request have in common. */
record Act(Channel channel, Actor actor, @Nullable String reason) {
    static Act of(Caller caller, @Nullable String reason) {
        return new Act(caller.channel(), new Actor.Resident(caller.resident()), reason);
    }

    static Act at(Channel channel, OperatorCaller operator, @Nullable String reason) {
        return new Act(channel, new Actor.Operator(List.of(operator.pseudonym())), reason);
    }

    static Act at(TerminalIdentity kiosk) {
        return new Act(Channel.KIOSK, new Actor.Kiosk(kiosk.terminal()), null);
    }

    static Act ofPolicy() {
        return new Act(Channel.GATEWAY, new Actor.Policy(), null);
    }

    Act by(Actor other) {
        return new Act(channel, other, reason);
    }

    NewEvent done(EventKind kind, @Nullable Long about, @Nullable String detail) {
        return new NewEvent(kind, about, Optional.empty(), channel, actor, reason, detail);
    }

    NewEvent refused(EventKind kind, @Nullable Long about, BindingRefusal why, @Nullable String detail) {
        return new NewEvent(kind, about, Optional.of(why), channel, actor, reason, detail);
    }

    Ruling refuse(EventKind kind, @Nullable Long about, BindingRefusal why, @Nullable String detail) {
        return new Ruling(List.of(refused(kind, about, why, detail)), List.of(), List.of());
    }
}
