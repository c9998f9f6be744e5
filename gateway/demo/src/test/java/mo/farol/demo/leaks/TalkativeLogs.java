package mo.farol.demo.leaks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** While open, gateways that start log everything there is: more than any operator is told to turn on, but for the one logger they are told not to. */
public final class TalkativeLogs implements AutoCloseable {
    private static final String OPTIONS = "farol.jvm.options";
    private static final String LOGBACK = """
        <configuration>
          <appender name="lines" class="ch.qos.logback.core.ConsoleAppender">
            <target>System.err</target>
            <encoder class="ch.qos.logback.classic.encoder.JsonEncoder">
              <withFormattedMessage>true</withFormattedMessage>
            </encoder>
          </appender>
          <logger name="mo.farol" level="TRACE"/>
          <logger name="com.hazelcast.internal.util.phonehome" level="OFF"/>
          <logger name="io.vertx.ext.mail" level="INFO"/>
          <root level="DEBUG">
            <appender-ref ref="lines"/>
          </root>
        </configuration>
        """;

    private TalkativeLogs() {}

    /** @param folder for the two files that gateways start with */
    public static TalkativeLogs in(Path folder) throws IOException {
        Path logback = Files.writeString(folder.resolve("talkative.xml"), LOGBACK);
        URI usual = URI.create(Objects.requireNonNull(TalkativeLogs.class.getResource("/jvm.options"))
                .toString());
        Path options = folder.resolve("talkative.options");
        Files.writeString(
                options,
                Files.readString(Path.of(usual)) + "-Dlogback.configurationFile=" + logback.toAbsolutePath() + "\n");
        System.setProperty(OPTIONS, options.toAbsolutePath().toString());
        return new TalkativeLogs();
    }

    @Override
    public void close() {
        System.clearProperty(OPTIONS);
    }
}
