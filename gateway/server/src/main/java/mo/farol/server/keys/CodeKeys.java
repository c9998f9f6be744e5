package mo.farol.server.keys;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import mo.farol.token.CodeType;
import mo.farol.token.key.KeyRing;
import mo.farol.token.key.KeyRingBuilder;
import mo.farol.token.key.KeyState;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.key.TicketKey;

/**
 * The keys that open codes. Names in the file: {@code hpke.<type>.<state>.<kid>} with the kid as 8 hex digits, and
 * {@code ticket.<type>.<state>.<day>}; a rotation renames keys, so the file alone says which one is current.
 */
final class CodeKeys {
    private CodeKeys() {}

    static String hpkeName(CodeType type, KeyState state, int kid) {
        return "hpke." + type.label() + "." + label(state) + "."
                + HexFormat.of().toHexDigits(kid);
    }

    static String ticketName(CodeType type, KeyState state, LocalDate day) {
        return "ticket." + type.label() + "." + label(state) + "." + day;
    }

    private static String label(KeyState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** @throws KeysUnusable when a key is unreadable or misnamed, or a type has no current key */
    static KeyRing ring(KeyFile file) throws KeysUnusable {
        KeyRingBuilder builder = KeyRing.builder();
        for (String name : file.names()) {
            try {
                add(builder, file, name);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new KeysUnusable("code key " + name + ": " + e.getMessage(), e);
            }
        }
        KeyRing ring = builder.build();
        for (CodeType type : CodeType.values()) {
            if (ring.current(type).isEmpty()) {
                throw new KeysUnusable("there is no current key for " + type.label() + " codes");
            }
        }
        return ring;
    }

    /** The ticket keys in the file of days before this one. */
    static List<TicketEpoch> ticketsBefore(KeyFile file, LocalDate day) throws KeysUnusable {
        return ring(file).ticketKeys().stream()
                .map(TicketKey::epoch)
                .filter(epoch -> epoch.day().isBefore(day))
                .toList();
    }

    /** What the file lacks for so many days from {@code first} on to have a ticket key of each type. */
    static List<TicketEpoch> ticketsMissing(KeyFile file, LocalDate first, int days) throws KeysUnusable {
        KeyRing ring = ring(file);
        return first.datesUntil(first.plusDays(days))
                .flatMap(day -> Arrays.stream(CodeType.values()).map(type -> TicketEpoch.of(type, day)))
                .filter(epoch -> ring.ticketKey(epoch).isEmpty())
                .toList();
    }

    private static void add(KeyRingBuilder builder, KeyFile file, String name) throws KeysUnusable {
        String[] parts = name.split("\\.", 4);
        if (parts.length != 4) {
            throw new KeysUnusable("code key " + name + ": not a name that the gateway knows");
        }
        CodeType type = CodeType.valueOf(parts[1].toUpperCase(Locale.ROOT));
        KeyState state = KeyState.valueOf(parts[2].toUpperCase(Locale.ROOT));
        switch (parts[0]) {
            case "hpke" -> {
                KeyPairEntry pair = file.pair(name);
                int kid = HexFormat.fromHexDigits(parts[3]);
                builder.recipient(type, kid, pair.x25519Private(), pair.x25519Public(), state);
            }
            case "ticket" -> builder.ticketKey(type, LocalDate.parse(parts[3]), file.secret(name), state);
            default -> throw new KeysUnusable("code key " + name + ": not a name that the gateway knows");
        }
    }
}
