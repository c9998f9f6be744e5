package mo.farol.server.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mo.farol.server.command.Arguments;
import mo.farol.server.command.UsageError;

/**
 * What {@code farol audit} is told.
 *
 * @param config of the gateway whose database is read
 * @param folder an export: to be written, or to be checked
 * @param key a file with the log's public key; an export brings its own otherwise
 * @param older a file of checkpoints that somebody kept, a witness's or one alone
 * @param receipt a receipt whose signature is checked and whose record is looked for
 * @param receiptKeys a JWK Set by which the gateway signs and signed receipts; a configured gateway's own otherwise
 * @param proof an answer of the API to be checked
 */
public record AuditOrder(
        boolean export,
        Optional<Path> config,
        Optional<Path> folder,
        Optional<Path> key,
        Optional<Path> older,
        Optional<Path> receipt,
        Optional<Path> receiptKeys,
        Optional<Path> proof) {
    private static final Set<String> VERIFY =
            Set.of("--config", "--log", "--key", "--checkpoint", "--receipt", "--receipt-keys", "--proof");

    /** @throws UsageError when it cannot be meant */
    public static AuditOrder read(List<String> words) throws UsageError {
        String verb = words.isEmpty() ? "" : words.getFirst();
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        return switch (verb) {
            case "export" -> export(Arguments.read(rest, Set.of("--config", "--out")));
            case "verify" -> verify(Arguments.read(rest, VERIFY));
            default -> throw new UsageError("audit takes the word verify or export");
        };
    }

    private void refuseAReceiptThatCannotBeChecked() throws UsageError {
        if (receiptKeys.isPresent() && receipt.isEmpty()) {
            throw new UsageError("--receipt-keys is for a receipt: give --receipt FILE");
        }
        if (receipt.isPresent() && receiptKeys.isEmpty() && config.isEmpty()) {
            throw new UsageError("anybody can write a receipt: give --receipt-keys FILE too, the gateway's"
                    + " /.well-known/jwks.json, so that its signature is checked");
        }
    }

    private static AuditOrder export(Arguments arguments) throws UsageError {
        return new AuditOrder(
                true,
                Optional.of(arguments.path("--config")),
                Optional.of(arguments.path("--out")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static AuditOrder verify(Arguments arguments) throws UsageError {
        AuditOrder order = new AuditOrder(
                false,
                arguments.pathIfGiven("--config"),
                arguments.pathIfGiven("--log"),
                arguments.pathIfGiven("--key"),
                arguments.pathIfGiven("--checkpoint"),
                arguments.pathIfGiven("--receipt"),
                arguments.pathIfGiven("--receipt-keys"),
                arguments.pathIfGiven("--proof"));
        if (order.config.isPresent() && order.folder.isPresent()) {
            throw new UsageError("--config and --log are two logs: give one of them");
        }
        boolean proofOnly = order.proof.isPresent() && order.key.isPresent();
        if (order.config.isEmpty() && order.folder.isEmpty() && !proofOnly) {
            throw new UsageError("give --log DIR or --config FILE, or --proof FILE with --key FILE");
        }
        order.refuseAReceiptThatCannotBeChecked();
        return order;
    }
}
