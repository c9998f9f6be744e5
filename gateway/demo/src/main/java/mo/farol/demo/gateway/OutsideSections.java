package mo.farol.demo.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import mo.farol.demo.standin.SignInClient;
import mo.farol.demo.standin.SignInProvider;
import mo.farol.demo.standin.StandInAddresses;

/** The sections of a gateway's configuration about what it has outside: in a demo, the stand-ins. */
public final class OutsideSections {
    private OutsideSections() {}

    public static void write(ObjectNode root, StandInAddresses at, Path faceCheckSecret) {
        signIn(root.putObject("sign_in"), at.signIn());
        ObjectNode faceCheck = root.putObject("face_check")
                .put("url", at.faceCheck() + "/checks")
                .put("secret_file", faceCheckSecret.toString());
        provider(faceCheck.putArray("providers"), at.faceCheck());
        provider(root.putObject("kiosks").putArray("providers"), at.kiosks());
        root.putObject("mail")
                .put("host", at.host())
                .put("port", at.mailPort())
                .put("tls", "none")
                .put("from", "farol@example.mo")
                .put("report_desk", "desk@example.mo");
    }

    private static void signIn(ObjectNode signIn, URI provider) {
        ArrayNode residents = signIn.putArray("residents");
        ObjectNode oneAccount = issuer(residents.addObject(), provider, SignInClient.APP);
        clients(oneAccount.putArray("clients"), SignInClient.APP, SignInClient.ONE_ACCOUNT_WEB);
        ObjectNode dsiWeb = issuer(residents.addObject(), provider, SignInClient.DSI_WEB);
        clients(dsiWeb.putArray("clients"), SignInClient.DSI_WEB);
        for (ObjectNode each : new ObjectNode[] {oneAccount, dsiWeb}) {
            each.putObject("step_up").putArray("acr_values").add(SignInProvider.STRONG);
        }
        ObjectNode staff = issuer(signIn.putArray("operators").addObject(), provider, SignInClient.DSI_CONSOLE);
        staff.putArray("clients").add(SignInClient.DSI_CONSOLE.clientId());
    }

    private static ObjectNode issuer(ObjectNode into, URI provider, SignInClient client) {
        String issuer = SignInProvider.issuer(provider, client);
        return into.put("issuer", issuer)
                .put("jwks_uri", issuer + "/jwks")
                .put("audience", SignInProvider.audience(client))
                .put("algorithm", "ES256")
                .put("token_type", "at+jwt");
    }

    private static void clients(ArrayNode into, SignInClient... clients) {
        for (SignInClient client : clients) {
            into.addObject().put("azp", client.clientId()).put("channel", client.label());
        }
    }

    private static void provider(ArrayNode into, URI address) {
        into.addObject()
                .put("issuer", address.toString())
                .put("jwks_uri", address + "/jwks.json")
                .put("algorithm", "ES256");
    }
}
