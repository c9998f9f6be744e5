package mo.farol.chaos.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mo.farol.chaos.history.Answer;
import mo.farol.chaos.history.Question;
import mo.farol.chaos.world.Node;
import mo.farol.chaos.world.People;
import mo.farol.phone.kit.KitTerminal;
import mo.farol.phone.kit.PerfKit;

/**
 * Before anything happens: asks one question after the other, with nothing else under way, to learn what each resident's
 * fields are and which purposes take an e-ID code. What a quiet gateway says about one person at a time is what later
 * answers are compared with.
 */
final class Acquaintance {
    private static final int PURPOSES_EACH = 2;
    /** One of so many has a card that holds. */
    private static final int ASKED = 5;

    private final Gateways gateways;
    private final Mint mint;
    private final SignIn signIn;

    Acquaintance(Gateways gateways, Mint mint, SignIn signIn) {
        this.gateways = gateways;
        this.mint = mint;
        this.signIn = signIn;
    }

    /**
     * Signs the kit's terminals in, each for one purpose that takes e-ID codes.
     *
     * @param holders of whom some are asked to find that out
     */
    Terminals terminals(PerfKit kit, People people, List<Holder> holders) throws IOException, InterruptedException {
        List<Terminal> all = new ArrayList<>();
        for (People.Institution institution : people.institutions()) {
            List<Terminal> ours = new ArrayList<>();
            List<String> good = List.of();
            for (String name : institution.terminals()) {
                KitTerminal known = kit.terminal(name).orElse(null);
                if (known != null) {
                    good = good.isEmpty() ? purposes(known, institution, holders) : good;
                    if (good.isEmpty()) {
                        throw new IOException(institution.name() + " has no purpose that takes an e-ID code");
                    }
                    String purpose = good.get(ours.size() % good.size());
                    ours.add(signedIn(known, institution.name(), purpose));
                }
            }
            all.addAll(ours);
        }
        return new Terminals(all);
    }

    private List<String> purposes(KitTerminal terminal, People.Institution institution, List<Holder> holders)
            throws IOException, InterruptedException {
        List<String> good = new ArrayList<>();
        for (String purpose : institution.purposes()) {
            if (good.size() < PURPOSES_EACH && takes(signedIn(terminal, institution.name(), purpose), holders)) {
                good.add(purpose);
            }
        }
        return good;
    }

    private boolean takes(Terminal terminal, List<Holder> holders) throws IOException, InterruptedException {
        for (Holder holder : holders.subList(0, Math.min(ASKED, holders.size()))) {
            if (ask(terminal, holder).accepted()) {
                return true;
            }
        }
        return false;
    }

    private Terminal signedIn(KitTerminal known, String institution, String purpose)
            throws IOException, InterruptedException {
        Terminal terminal = new Terminal(new Question.From(known.name(), institution, purpose), known.key());
        signIn.renew(terminal);
        return terminal;
    }

    /**
     * Fills {@code owners} by one terminal for each institution and purpose.
     *
     * @return who has a card that still holds, and so can be accepted
     */
    List<Holder> learn(Terminals terminals, List<Holder> holders, Owners owners)
            throws IOException, InterruptedException {
        Map<String, Terminal> askers = terminals.all().stream()
                .collect(Collectors.toMap(
                        one -> one.from().institution() + "/" + one.from().purpose(), one -> one, (one, other) -> one));
        List<Holder> able = new ArrayList<>(holders);
        for (Terminal asker : askers.values()) {
            for (Holder holder : List.copyOf(able)) {
                Answer answer = ask(asker, holder);
                if (answer.accepted()) {
                    owners.learn(holder.n(), asker.from().institution(), answer.released());
                } else if ("card_expired".equals(answer.why())) {
                    able.remove(holder);
                } else {
                    throw new IOException(
                            "a fresh code was not accepted before any fault: " + answer.said() + " " + answer.why());
                }
            }
        }
        able.forEach(owners::has);
        return able;
    }

    /** Asked again, at the next gateway, when a busy machine was too slow. */
    private Answer ask(Terminal terminal, Holder holder) throws IOException, InterruptedException {
        Shown shown = mint.fresh(holder);
        Sheet sheet = Sheet.of(terminal, shown.id(), shown.text(), null);
        IOException slow = new IOException("there is no gateway");
        for (Node node : gateways.nodes()) {
            try {
                return Heard.verification(gateways.post(node, "/v1/verifications", sheet.body(), sheet::signed));
            } catch (IOException e) {
                slow = e;
            }
        }
        throw slow;
    }
}
