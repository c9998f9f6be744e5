package mo.farol.bench.goal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mo.farol.bench.load.Latencies;
import mo.farol.bench.load.WrongAnswers;
import mo.farol.bench.mint.RisingCounter;
import mo.farol.bench.world.Deployment;
import mo.farol.phone.code.BoundEid;
import mo.farol.token.Cti;

/**
 * Times the gateway's own redeeming statement and its commit, beside a gateway under load: how long one batch takes on
 * this machine now. Redeems codes that nobody shows.
 */
final class BatchProbe implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(25);
    private static final int FIRST = 40;
    private static final int LARGEST = 64;
    private static final HexFormat HEX = HexFormat.of();
    private static final String WHO = """
            SELECT t.id || ',' || t.institution || ',' || p.id
            FROM terminal t, purpose p WHERE t.name = 'bench-1' AND p.name = '%s'
            """;

    private final Connection connection;
    private final List<BoundEid> phones;
    private final RisingCounter counter;
    private final SecureRandom random = new SecureRandom();
    private final long terminal;
    private final long institution;
    private final long purpose;
    private int turn;

    private BatchProbe(Connection connection, List<BoundEid> phones, RisingCounter counter, String[] who) {
        this.connection = connection;
        this.phones = List.copyOf(phones);
        this.counter = counter;
        this.terminal = Long.parseLong(who[0]);
        this.institution = Long.parseLong(who[1]);
        this.purpose = Long.parseLong(who[2]);
    }

    /** @param phones that make no other codes meanwhile: a newer code ends the older ones */
    static BatchProbe open(Deployment deployment, Path sql, List<BoundEid> phones, RisingCounter counter)
            throws SQLException, IOException {
        Connection connection = deployment.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PREPARE redeeming AS " + Files.readString(sql, StandardCharsets.UTF_8));
            try (ResultSet who = statement.executeQuery(WHO.formatted(Deployment.NAMES))) {
                who.next();
                return new BatchProbe(
                        connection, phones, counter, who.getString(1).split(","));
            }
        }
    }

    /** How many codes come while one batch is under way: as many as the next one has. */
    int sizeAt(double perSecond) throws SQLException, WrongAnswers {
        Latencies alone = new Latencies();
        for (int i = 0; i < FIRST; i++) {
            alone.add(redeem(1));
        }
        return Math.clamp(Math.round(perSecond * alone.millis(0.5) / 1000), 1, LARGEST);
    }

    /** Redeems a batch again and again until told to stop. */
    Latencies run(int size, CountDownLatch stop) throws SQLException, WrongAnswers, InterruptedException {
        Latencies times = new Latencies();
        do {
            times.add(redeem(size));
        } while (!stop.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
        return times;
    }

    private long redeem(int size) throws SQLException, WrongAnswers {
        String execute = statement(size);
        long began = System.nanoTime();
        int accepted = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(execute)) {
            while (rows.next()) {
                accepted += rows.getInt("verdict") == 0 && rows.getInt("outcome") == 1 ? 1 : 0;
            }
        }
        long took = System.nanoTime() - began;
        if (accepted != size) {
            throw new WrongAnswers("of a batch of " + size + " codes " + accepted + " were accepted");
        }
        return took;
    }

    /** In the order of the statement's parameters. */
    private String statement(int size) {
        List<BoundEid> batch = IntStream.range(0, size)
                .mapToObj(i -> phones.get(turn++ % phones.size()))
                .toList();
        long now = CodeMaker.now();
        return "EXECUTE redeeming("
                + String.join(
                        ", ",
                        array(size, "uuid", i -> "'" + attempt() + "'"),
                        array(
                                size,
                                "bigint",
                                i -> Long.toString(batch.get(i).id().value())),
                        array(size, "bigint", i -> Long.toString(now)),
                        array(size, "bytea", i -> cti(batch.get(i))),
                        array(
                                size,
                                "bytea",
                                i -> bytes(batch.get(i).key().publicKey().sha256())),
                        array(size, "boolean", i -> "false"),
                        array(size, "bigint", i -> Long.toString(terminal)),
                        array(size, "bigint", i -> Long.toString(institution)),
                        array(size, "bigint", i -> Long.toString(purpose)),
                        array(size, "bigint", i -> "1"),
                        array(size, "integer", i -> "15"),
                        array(size, "integer", i -> "1"),
                        array(size, "text", i -> "NULL"),
                        array(size, "text", i -> "NULL"),
                        array(size, "text", i -> "NULL"),
                        array(size, "text", i -> "NULL"),
                        array(size, "bytea", i -> noise()),
                        array(size, "bytea", i -> noise()),
                        array(size, "bytea", i -> noise()),
                        "600",
                        "15",
                        array(size, "uuid", i -> "NULL"))
                + ")";
    }

    private static String array(int size, String type, IntFunction<String> element) {
        return IntStream.range(0, size)
                .mapToObj(element)
                .collect(Collectors.joining(",", "ARRAY[", "]::" + type + "[]"));
    }

    private String cti(BoundEid phone) {
        return bytes(new Cti(counter.next(phone.id()), random.nextLong()).bytes());
    }

    private String noise() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes(bytes);
    }

    private static String bytes(byte[] bytes) {
        return "'\\x" + HEX.formatHex(bytes) + "'";
    }

    /** A UUID of version 7. */
    private UUID attempt() {
        long high = System.currentTimeMillis() << 16 | 0x7000L | random.nextLong() & 0xFFFL;
        return new UUID(high, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
