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
import mo.farol.phone.http.Reply;
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
    private final PersonalValues values;

    /** @param values is told what anybody's fields are */
    Acquaintance(Gateways gateways, Mint mint, SignIn signIn, PersonalValues values) {
        this.gateways = gateways;
        this.mint = mint;
        this.signIn = signIn;
        this.values = values;
    }

    /**
     * Signs the kit's terminals in, each for one purpose that takes e-ID codes.
     *
     * @param holders of whom some are asked to find that out
     */
    Terminals terminals(PerfKit kit, People people, List<Holder> holders) throws IOException, InterruptedException {
        List<Terminal> all = new ArrayList<>();
        List<Terminal> challenging = new ArrayList<>();
        for (People.Institution institution : people.institutions()) {
            List<KitTerminal> known = institution.terminals().stream()
                    .flatMap(name -> kit.terminal(name).stream())
                    .toList();
            if (!known.isEmpty()) {
                Purposes purposes = purposes(known.getFirst(), institution, holders);
                for (int i = 0; i < known.size(); i++) {
                    Terminal terminal = signedIn(known.get(i), institution.name(), purposes.plain(i));
                    all.add(terminal);
                    purposes.challenged().stream().map(terminal::withPurpose).forEach(challenging::add);
                }
            }
        }
        return new Terminals(all, challenging);
    }

    /** What an institution's terminals may ask e-ID codes for. @param challenged those that take answers to challenges only */
    private record Purposes(List<String> plain, List<String> challenged) {
        String plain(int terminal) {
            return plain.get(terminal % Math.min(PURPOSES_EACH, plain.size()));
        }
    }

    private Purposes purposes(KitTerminal terminal, People.Institution institution, List<Holder> holders)
            throws IOException, InterruptedException {
        Purposes purposes = new Purposes(new ArrayList<>(), new ArrayList<>());
        for (String purpose : institution.purposes()) {
            Answer answer = firstSaid(signedIn(terminal, institution.name(), purpose), holders);
            if (answer.accepted()) {
                purposes.plain().add(purpose);
            } else if ("challenge_required".equals(answer.why())) {
                purposes.challenged().add(purpose);
            }
        }
        if (purposes.plain().isEmpty()) {
            throw new IOException(institution.name() + " has no purpose that takes an e-ID code");
        }
        return purposes;
    }

    /** To somebody whose card holds. */
    private Answer firstSaid(Terminal terminal, List<Holder> holders) throws IOException, InterruptedException {
        Answer answer = ask(terminal, holders.getFirst());
        for (int i = 1; i < Math.min(ASKED, holders.size()) && "card_expired".equals(answer.why()); i++) {
            answer = ask(terminal, holders.get(i));
        }
        return answer;
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
                Reply reply = gateways.post(node, "/v1/verifications", sheet.body(), sheet::signed);
                Answer answer = Heard.verification(reply);
                values.learn(holder.n(), reply);
                return answer;
            } catch (IOException e) {
                slow = e;
            }
        }
        throw slow;
    }
}
