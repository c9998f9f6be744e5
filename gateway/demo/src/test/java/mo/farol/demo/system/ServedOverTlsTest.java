package mo.farol.demo.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.core.policy.Field;
import mo.farol.demo.gateway.ChildJvm;
import mo.farol.demo.gateway.FreePorts;
import mo.farol.demo.gateway.GatewayAddress;
import mo.farol.demo.leaks.PersonalValues;
import mo.farol.demo.leaks.Places;
import mo.farol.demo.leaks.Provoked;
import mo.farol.demo.leaks.TalkativeLogs;
import mo.farol.phone.canary.Canary;
import mo.farol.phone.http.TlsFiles;
import mo.farol.phone.http.Transport;
import mo.farol.phone.kit.PerfKit;
import mo.farol.phone.terminal.Answer;
import mo.farol.phone.terminal.TerminalClient;
import org.junit.jupiter.api.Test;

class ServedOverTlsTest {
    private static final String CONTROL = "CANARY-CONTROL-93d1";

    @Test
    void letsNoPersonalValueCodeTokenOrSecretOutOnTheWireOrInItsLogs() throws Exception {
        Path folder = Deployment.folder("served-over-tls");
        Authority authority = Authority.in(folder.resolve("tls"));
        List<GatewayAddress> addresses = FreePorts.anywhere(2);
        try (Capture capture = Capture.into(folder.resolve("capture.pcap"));
                Deployment deployment = Deployment.in(folder, Optional.of(authority))) {
            PerfKit kit = deployment.seedCanaries(canaries(), addresses);
            try (TalkativeLogs talkative = TalkativeLogs.in(folder)) {
                for (GatewayAddress address : addresses) {
                    deployment.startGateway(address, addresses, kit.issuer());
                }
            }
            List<Canary> secrets = new ArrayList<>(PersonalValues.secrets(folder.resolve("secrets")));
            canaries().forEach((field, value) -> secrets.add(new Canary(field.toString(), value)));
            verifyAtBoth(kit, authority, addresses, secrets);
            Places places = new Places();
            askWrongly(kit, authority, secrets, places);

            sendInTheClear(CONTROL);
            await().atMost(Duration.ofSeconds(20)).until(() -> capture.holds(CONTROL));
            hasPackets(capture, deployment, addresses);
            verifyWithoutADatabase(kit, authority, deployment, secrets);

            places.add("packets", capture.content());
            for (GatewayAddress address : addresses) {
                places.files(folder.resolve("gateway-" + address.number() + ".log"));
                places.management(address.management());
            }
            places.files(folder.resolve("postgres.log"));
            for (ProcessHandle gateway : Places.gateways()) {
                places.process(gateway);
            }
            isIn(places, secrets);
        }
    }

    private static void isIn(Places places, List<Canary> secrets) {
        assertThat(places.sizes())
                .hasSizeGreaterThan(15)
                .allSatisfy((place, size) -> assertThat(size).isPositive());
        assertThat(places.hits(secrets)).isEmpty();
        assertThat(places.hitsWhenPlanted(secrets).stream()
                        .map(hit -> hit.place() + " " + hit.canary())
                        .distinct())
                .as("what is put there is found")
                .hasSize(places.sizes().size() * secrets.size());
    }

    private static void hasPackets(Capture capture, Deployment deployment, List<GatewayAddress> addresses)
            throws Exception {
        long betweenMembers = 0;
        for (GatewayAddress address : addresses) {
            assertThat(capture.packets(address.port())).as("to the API").isPositive();
            betweenMembers += capture.packets(address.memberPort());
        }
        assertThat(betweenMembers).as("between members").isPositive();
        assertThat(capture.packets(deployment.postgres().port()))
                .as("to PostgreSQL")
                .isPositive();
    }

    /** Every operation, in every wrong way, with the values in bodies, addresses and headers. */
    private static void askWrongly(PerfKit kit, Authority authority, List<Canary> secrets, Places places)
            throws Exception {
        Crowd crowd = new Crowd(kit, Optional.of(TlsFiles.trusting(authority.certificate())));
        try (TerminalClient terminal = crowd.terminal(2, kit.gateways());
                Transport transport =
                        Transport.over(TlsFiles.trusting(authority.certificate()), HttpClient.Version.HTTP_1_1)) {
            String token = terminal.accessToken();
            secrets.add(new Canary("token", token));
            List<Canary> said = secrets.stream()
                    .filter(each -> each.value().length() < 60)
                    .limit(8)
                    .toList();
            Map<String, String> tokens = Map.of("terminal", token, "resident", token, "operator", token);
            assertThat(new Provoked(transport, kit.gateways().getFirst(), tokens, said, places).ask())
                    .contains(400, 401, 404, 405, 413, 414, 415);
        }
    }

    private static void verifyWithoutADatabase(
            PerfKit kit, Authority authority, Deployment deployment, List<Canary> secrets) throws Exception {
        Crowd crowd = new Crowd(kit, Optional.of(TlsFiles.trusting(authority.certificate())));
        try (TerminalClient terminal = crowd.terminal(3, List.of(kit.gateways().getFirst()))) {
            terminal.accessToken();
            String code = crowd.code(1);
            secrets.add(new Canary("code without a database", code));
            deployment.postgres().kill();
            assertThat(terminal.verify(VerificationRequest.of(code, "system.counter")))
                    .isNotInstanceOf(Answer.Answered.class);
        }
    }

    @Test
    void doesNotStartWithoutTls() throws Exception {
        Path folder = Deployment.folder("no-tls");
        Path config = folder.resolve("gateway.yaml");
        Files.writeString(config, """
            profile: production
            issuer: https://gateway.example
            store: {password: x}
            keys: {codes: a, signing: b, at_rest: c, password: x}
            """);
        Path log = folder.resolve("gateway.log");
        Process gateway = new ProcessBuilder(
                        ChildJvm.command("mo.farol.server.Main", "serve", "--config", config.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(gateway.waitFor()).isEqualTo(2);
        assertThat(Files.readString(log))
                .contains("listener.tls: is missing")
                .contains("store.root_certificate: is missing")
                .doesNotContain("\tat ");
    }

    /** Verifies two codes at each gateway, after the members have found each other, so that announcements go round. */
    private static void verifyAtBoth(
            PerfKit kit, Authority authority, List<GatewayAddress> addresses, List<Canary> secrets) throws Exception {
        Crowd crowd = new Crowd(kit, Optional.of(TlsFiles.trusting(authority.certificate())));
        Metrics second = new Metrics(addresses.get(1));
        try (TerminalClient one = crowd.terminal(0, List.of(kit.gateways().get(0)));
                TerminalClient two = crowd.terminal(1, List.of(kit.gateways().get(1)))) {
            secrets.add(new Canary("token 1", one.accessToken()));
            secrets.add(new Canary("token 2", two.accessToken()));
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        verify(one, crowd, secrets);
                        return second.value("farol_announcements_received_total") > 0;
                    });
            verify(two, crowd, secrets);
        }
    }

    private static void verify(TerminalClient terminal, Crowd crowd, List<Canary> secrets) throws Exception {
        String code = crowd.code(1);
        secrets.add(new Canary("code " + secrets.size(), code));
        Answer answer = terminal.verify(VerificationRequest.of(code, "system.counter"));
        assertThat(answer).isInstanceOfSatisfying(Answer.Answered.class, answered -> {
            assertThat(answered.answer().outcome()).isEqualTo("verified");
            assertThat(answered.answer().released())
                    .containsEntry("surname_pt", canaries().get(Field.SURNAME_PT));
        });
    }

    private static Map<Field, String> canaries() {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (field != Field.HANDLE) {
                fields.put(field, "CANARY-" + field.name() + "-5b7e");
            }
        }
        fields.put(Field.ID_NUMBER, "7316042(9)");
        fields.put(Field.SURNAME_ZH, "金絲雀𠮷");
        fields.put(Field.PHOTO, "Q0FOQVJZLVBIT1RPLTViN2U=");
        return fields;
    }

    private static void sendInTheClear(String text) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            client.shutdownOutput();
            assertThat(accepted.getInputStream().readAllBytes()).hasSize(text.length());
        }
    }
}
