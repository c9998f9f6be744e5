package mo.farol.token.vectors;

import java.util.ArrayList;
import java.util.List;
import mo.farol.token.CodeType;
import mo.farol.token.Deployment;
import mo.farol.token.NotReadable;

/** Collects texts that must get the one answer of everything not proven genuine. */
final class HostileVectors {
    static final String NOT_GENUINE = "NOT_GENUINE";

    private final List<Vector> vectors = new ArrayList<>();

    List<Vector> make(VectorWorld world) {
        HostileTexts.addTo(this, world);
        HostileOuterLayers.addTo(this, world);
        HostileKeys.addTo(this, world);
        HostileBodies.addTo(this, world);
        HostileSignatures.addTo(this, world);
        return vectors;
    }

    void add(String name, NotReadable.Reason reason, String text) {
        add(name, reason.name(), text);
    }

    void notGenuine(String name, String text) {
        add(name, NOT_GENUINE, text);
    }

    private void add(String name, String reason, String text) {
        String asked = CodeType.EID.label();
        vectors.add(new Vector(name, text, Deployment.NOW, asked, "not_recognised", reason, null));
    }
}
