package mo.farol.server.operator;

import mo.farol.api.operator.Institution;
import mo.farol.api.operator.Means;
import mo.farol.api.operator.Terminal;
import mo.farol.core.registry.RegisteredName;
import mo.farol.core.registry.RegisteredTerminal;

/** What operators are shown of terminals and of what these belong to. */
final class ShownEnrolments {
    private ShownEnrolments() {}

    static Terminal terminal(RegisteredTerminal terminal) {
        return new Terminal(
                terminal.name(), terminal.institution().name(), terminal.means().name(), terminal.suspended());
    }

    static Institution institution(RegisteredName institution) {
        return new Institution(institution.row(), institution.name(), institution.suspended());
    }

    static Means means(RegisteredName means) {
        return new Means(means.row(), means.name(), means.suspended());
    }
}
