package mo.farol.server.verification;

import java.util.LinkedHashMap;
import java.util.Map;
import mo.farol.token.BindingKeyId;
import mo.farol.token.CodeType;
import mo.farol.token.Deployment;
import mo.farol.token.OpeningWay;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.mint.PhoneKey;
import mo.farol.token.mint.Recipient;

/** Texts that a gateway of this deployment opens and must not believe, by what is wrong with them. */
final class OpenedTexts {
    private static final int RETIRED = 0x12;

    private final Deployment deployment;
    private final PhoneKey stranger;
    private int counter;

    OpenedTexts(Deployment deployment) {
        this.deployment = deployment;
        this.stranger = PhoneKey.generate(deployment.crypto, deployment.random);
    }

    /** @param iat when they say they were made, seconds */
    Map<String, String> of(long iat) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (OpeningWay way : OpeningWay.values()) {
            for (boolean retired : new boolean[] {false, true}) {
                String kind = (retired ? "retired " : "current ") + way + ", ";
                Recipient to = retired ? retired(way) : deployment.recipient(CodeType.EID, way);
                texts.put(kind + "unknown binding", mint(to, deployment.phone, unknown(), iat));
                texts.put(kind + "another's signature", mint(to, stranger, deployment.keyId, iat));
                if (retired) {
                    texts.put(kind + "well signed", mint(to, deployment.phone, deployment.keyId, iat));
                }
            }
        }
        return texts;
    }

    /** One text of the usual way, of nobody's. */
    String unknownBinding(long iat) {
        return mint(deployment.gatewayKey(CodeType.EID), deployment.phone, unknown(), iat);
    }

    /** One text of the usual way, with a known binding's id and another key's signature. */
    String anothersSignature(long iat) {
        return mint(deployment.gatewayKey(CodeType.EID), stranger, deployment.keyId, iat);
    }

    /** One well-signed text for a retired key. */
    String retiredKey(long iat) {
        return mint(deployment.gatewayKey(RETIRED), deployment.phone, deployment.keyId, iat);
    }

    String genuine(long iat) {
        return mint(deployment.gatewayKey(CodeType.EID), deployment.phone, deployment.keyId, iat);
    }

    private BindingKeyId unknown() {
        return new BindingKeyId(deployment.random.nextLong());
    }

    private Recipient retired(OpeningWay way) {
        return switch (way) {
            case HPKE -> deployment.gatewayKey(RETIRED);
            case TICKET -> deployment.ticket(TicketEpoch.of(CodeType.EID, Deployment.TODAY.minusDays(40)));
        };
    }

    private String mint(Recipient to, PhoneKey key, BindingKeyId id, long iat) {
        return deployment.minter.mint(CodeType.EID, key, id, to, iat, ++counter);
    }
}
