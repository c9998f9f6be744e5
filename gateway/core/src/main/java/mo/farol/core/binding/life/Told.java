package mo.farol.core.binding.life;

import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.NoticeKind;

/** As what an act goes on record, and as what people hear of it. */
record Told(EventKind event, NoticeKind notice) {
    static Told of(BindingAct act) {
        return switch (act) {
            case BIND -> new Told(EventKind.BOUND, NoticeKind.BOUND);
            case SUPERSEDE -> new Told(EventKind.SUPERSEDED, NoticeKind.SUPERSEDED);
            case SUSPEND -> new Told(EventKind.SUSPENDED, NoticeKind.SUSPENDED);
            case RESUME -> new Told(EventKind.RESUMED, NoticeKind.RESUMED);
            case UNBIND -> new Told(EventKind.UNBOUND, NoticeKind.UNBOUND);
        };
    }
}
