package mo.farol.store.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.Change;
import org.jspecify.annotations.Nullable;

/**
 * A ruling's changes by kind. Of several to the same binding, card or guardian the last one holds, as if they were made
 * in their order.
 */
record Changes(
        List<Change.UseOnce> once,
        Change.@Nullable Bind bind,
        Map<Long, BindingStatus> moves,
        Change.@Nullable Card card,
        Map<Long, Change.Guardian> guardians,
        Change.@Nullable LinkAccount link,
        List<Change.UnlinkAccount> unlinks) {
    /** @throws IllegalArgumentException when it binds more than one phone or links more than one account */
    static Changes of(List<Change> changes) {
        List<Change.UseOnce> once = new ArrayList<>();
        List<Change.Bind> binds = new ArrayList<>();
        Map<Long, BindingStatus> moves = new LinkedHashMap<>();
        List<Change.Card> cards = new ArrayList<>();
        Map<Long, Change.Guardian> guardians = new LinkedHashMap<>();
        List<Change.LinkAccount> links = new ArrayList<>();
        List<Change.UnlinkAccount> unlinks = new ArrayList<>();
        for (Change change : changes) {
            switch (change) {
                case Change.UseOnce use -> once.add(use);
                case Change.Bind bind -> binds.add(bind);
                case Change.Move move -> moves.put(move.binding(), move.to());
                case Change.Card card -> cards.add(card);
                case Change.Guardian guardian -> guardians.put(guardian.guardian(), guardian);
                case Change.LinkAccount link -> links.add(link);
                case Change.UnlinkAccount unlink -> unlinks.add(unlink);
            }
        }
        if (binds.size() > 1 || links.size() > 1) {
            throw new IllegalArgumentException("a ruling binds one phone and links one account at most");
        }
        return new Changes(
                once,
                binds.isEmpty() ? null : binds.getFirst(),
                moves,
                cards.isEmpty() ? null : cards.getLast(),
                guardians,
                links.isEmpty() ? null : links.getFirst(),
                unlinks);
    }

    /** Whether there is something that somebody else may have taken. */
    boolean claimAnything() {
        return bind != null || !once.isEmpty();
    }
}
