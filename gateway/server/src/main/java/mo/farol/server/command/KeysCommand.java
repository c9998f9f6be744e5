package mo.farol.server.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import mo.farol.server.config.KeysConfig;
import mo.farol.server.config.Secret;
import mo.farol.server.keys.KeysUnusable;
import mo.farol.server.keys.NewKeyFiles;

/** {@code keys}: makes the key files of a new deployment, adds the key that older ones lack, and the days' ticket keys. */
public final class KeysCommand {
    private static final int TICKET_DAYS = 8;
    private static final int MOST_TICKET_DAYS = 400;
    private static final int SHORTEST_PASSWORD = 12;

    private KeysCommand() {}

    public static void run(List<String> words, PrintStream out) throws UsageError, IOException {
        if (!words.isEmpty() && words.getFirst().equals("add-log")) {
            addLog(Arguments.read(words.subList(1, words.size()), Set.of("--signing", "--password-file")), out);
            return;
        }
        if (!words.isEmpty() && words.getFirst().equals("add-tickets")) {
            Set<String> known = Set.of("--codes", "--password-file", "--ticket-days");
            addTickets(Arguments.read(words.subList(1, words.size()), known), out);
            return;
        }
        if (words.isEmpty() || !words.getFirst().equals("init")) {
            throw new UsageError("keys takes the word init, add-log or add-tickets");
        }
        Arguments arguments =
                Arguments.read(words.subList(1, words.size()), Set.of("--out", "--password-file", "--ticket-days"));
        Path directory = arguments.path("--out");
        Secret password = password(arguments.path("--password-file"));
        int ticketDays = arguments.number("--ticket-days", TICKET_DAYS, MOST_TICKET_DAYS);
        try {
            NewKeyFiles maker = new NewKeyFiles(new SecureRandom(), Clock.systemUTC());
            KeysConfig files = maker.write(directory, password, ticketDays);
            out.println("wrote " + files.codes() + "\nwrote " + files.signing() + "\nwrote " + files.atRest());
        } catch (FileAlreadyExistsException e) {
            throw new UsageError(e.getMessage() + " is there already, and keys are never replaced");
        } catch (GeneralSecurityException e) {
            throw new IOException("the keys could not be made", e);
        }
    }

    private static void addLog(Arguments arguments, PrintStream out) throws UsageError, IOException {
        Path signing = arguments.path("--signing");
        try {
            NewKeyFiles maker = new NewKeyFiles(new SecureRandom(), Clock.systemUTC());
            boolean added = maker.addLogKey(signing, password(arguments.path("--password-file")));
            out.println(added ? "added the public log's key to " + signing : signing + " has the public log's key");
        } catch (KeysUnusable e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        } catch (GeneralSecurityException e) {
            throw new IOException("the key could not be made", e);
        }
    }

    private static void addTickets(Arguments arguments, PrintStream out) throws UsageError, IOException {
        Path codes = arguments.path("--codes");
        Secret password = password(arguments.path("--password-file"));
        int days = arguments.number("--ticket-days", TICKET_DAYS, MOST_TICKET_DAYS);
        try {
            NewKeyFiles maker = new NewKeyFiles(new SecureRandom(), Clock.systemUTC());
            NewKeyFiles.TicketDays done = maker.addTicketDays(codes, password, days);
            out.println(codes + " has ticket keys for " + days + " days: " + done.made() + " made, " + done.removed()
                    + " of past days taken out");
        } catch (KeysUnusable e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        } catch (GeneralSecurityException e) {
            throw new IOException("the keys could not be made", e);
        }
    }

    private static Secret password(Path file) throws UsageError {
        try (var lines = Files.lines(file)) {
            String password = lines.findFirst().orElse("");
            if (password.length() < SHORTEST_PASSWORD) {
                throw new UsageError("the first line of " + file + " must be a password of 12 characters or more");
            }
            return new Secret(password);
        } catch (IOException e) {
            throw new UsageError("--password-file names no readable file: " + file);
        }
    }
}
