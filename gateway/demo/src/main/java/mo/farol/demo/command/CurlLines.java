package mo.farol.demo.command;

import java.net.URI;
import java.util.List;
import mo.farol.phone.kit.PerfKit;

/** Lines that a person pastes into a shell in the launcher's folder while the demo runs. A test runs them as they are. */
record CurlLines(URI gateway) {
    static CurlLines of(PerfKit kit) {
        return new CurlLines(kit.gateways().getFirst());
    }

    /** The commands, one a line. */
    List<String> commands() {
        return List.of(
                "TOKEN=$(./farol terminal-token --terminal counter-1)",
                verification("counter.identity", "./farol code --resident 3"),
                verification("counter.identity", "./farol code --resident 9 --png .farol/resident-9.png"),
                "curl -sS " + gateway + "/.well-known/oauth-authorization-server",
                "curl -sS " + gateway + "/resident/v1/e-ids"
                        + " -H \"Authorization: Bearer $(./farol resident-token --resident 1)\"");
    }

    private String verification(String purpose, String code) {
        return "curl -sS " + gateway + "/v1/verifications -H \"Authorization: Bearer $TOKEN\""
                + " -H \"Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)\" -H 'Content-Type: application/json'"
                + " -H 'Accept-Language: en'"
                + " -d \"{\\\"code\\\":\\\"$(" + code + ")\\\",\\\"purpose\\\":\\\"" + purpose + "\\\"}\"";
    }

    String text() {
        return "\nTry it, in another terminal, from the folder of ./farol:\n\n  " + String.join("\n  ", commands())
                + "\n";
    }
}
