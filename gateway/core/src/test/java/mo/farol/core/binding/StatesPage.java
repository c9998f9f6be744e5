package mo.farol.core.binding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mo.farol.core.registry.CardStatus;
import org.jspecify.annotations.Nullable;

/** docs/binding-states.md, from the two machines. */
final class StatesPage {
    private static final String HEAD = """
            # What may follow what

            Written by `RegenerateStates` from `BindingMachine` and `CardMachine`; a test fails when this page and the code differ.
            In each row what stands, in each column what is asked for. `→` is the next state; a word is the refusal that is
            recorded and answered, and then nothing changes.

            ## A binding

            An e-ID has at most one live binding, active or suspended. To bind while another is live is to supersede it in the
            same step: the new one begins in the first row, the old one takes the step `supersede`. What has ended stays ended:
            a phone that returns is bound anew, with a new key.

            """;

    private static final String CARD = """

            ## A card

            What the civil registry reports. An event of the same id is the same request and is answered as before. One whose
            sequence is not above the last applied is refused as `out_of_date`, except a death, which nothing can have followed;
            everything else that is refused is `illegal_card_event`. After a refusal the sequence stays as it was.

            """;

    private static final String EFFECTS = """

            `cancelled` and `death` also unbind the live binding, in the same step. `lost` leaves the e-ID at work. While a card
            is `reported_found` every scan answers `check_manually`. `expired` only tells the resident: the expiry date decides.
            `issued` and `replaced` bring their own expiry date; all others keep it.
            """;

    private static final HeldCard DEAD = new HeldCard(CardStatus.CANCELLED, null, 0, true);

    private StatesPage() {}

    static String text() {
        return HEAD + bindings() + CARD + cards() + EFFECTS;
    }

    private static String bindings() {
        List<BindingAct> acts = List.of(BindingAct.values());
        Stream<@Nullable BindingStatus> states =
                Stream.concat(Stream.of((BindingStatus) null), Arrays.stream(BindingStatus.values()));
        return header("binding", acts)
                + states.map(from -> row(
                                from == null ? "none" : label(from), acts, act -> cell(BindingMachine.step(from, act))))
                        .collect(Collectors.joining());
    }

    private static String cell(BindingMachine.Step step) {
        return switch (step) {
            case BindingMachine.Step.To to -> "→ " + label(to.status());
            case BindingMachine.Step.Refused refused -> "`" + refused.why().code() + "`";
            case BindingMachine.Step.NotThere notThere -> "not found";
        };
    }

    private static String cards() {
        List<CardEventKind> kinds = List.of(CardEventKind.values());
        String alive = Arrays.stream(CardStatus.values())
                .map(from -> row(label(from), kinds, kind -> cell(new HeldCard(from, null, 0, false), kind)))
                .collect(Collectors.joining());
        return header("card", kinds) + alive + row("of the dead", kinds, kind -> cell(DEAD, kind));
    }

    private static String cell(HeldCard card, CardEventKind kind) {
        return CardMachine.next(card, kind)
                .map(next -> "→ " + label(next) + (kind == CardEventKind.DEATH ? ", of the dead" : ""))
                .orElse("`" + BindingRefusal.ILLEGAL_CARD_EVENT.code() + "`");
    }

    private static String header(String corner, List<? extends Enum<?>> columns) {
        return "| " + corner + " | "
                + columns.stream().map(StatesPage::label).collect(Collectors.joining(" | ")) + " |\n"
                + "|---".repeat(columns.size() + 1) + "|\n";
    }

    private static <C> String row(String state, List<C> columns, Function<C, String> cell) {
        return "| " + state + " | " + columns.stream().map(cell).collect(Collectors.joining(" | ")) + " |\n";
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
