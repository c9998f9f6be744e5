package mo.farol.server.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import mo.farol.api.json.InvalidJson;
import mo.farol.api.json.WireJson;
import mo.farol.api.log.RecordProof;
import mo.farol.core.accesslog.EntryKind;
import mo.farol.core.accesslog.LoggedRecord;
import mo.farol.core.accesslog.audit.LogAudit;
import mo.farol.core.accesslog.note.InvalidNote;
import mo.farol.core.accesslog.note.LogName;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.accesslog.tree.ProofCheck;
import mo.farol.core.accesslog.tree.TreeHash;

/** Proofs as holders keep them, checked with the log's public key and nothing else. */
public final class ProofFile {
    private static final Base64.Decoder BASE64URL = Base64.getUrlDecoder();

    private ProofFile() {}

    /**
     * What a proof shows.
     *
     * @param checkpoint that the log signed, and that the record is under
     */
    public record Shown(byte[] leaf, long index, SignedCheckpoint checkpoint) {}

    /** What does not hold. */
    static final class DoesNotHold extends Exception {
        private static final long serialVersionUID = 1L;

        DoesNotHold(String why) {
            super(why);
        }
    }

    static Shown proof(Path file, LogName name, LogAudit.Keys keys) throws IOException, DoesNotHold {
        RecordProof proof = read(file);
        try {
            LoggedRecord record = new LoggedRecord(
                    EntryKind.ACCESS_RECORD,
                    proof.id(),
                    BASE64URL.decode(proof.record()),
                    BASE64URL.decode(proof.salt()),
                    Optional.empty());
            if (!Arrays.equals(record.leaf(), BASE64URL.decode(proof.leafHash()))) {
                throw new DoesNotHold("the record and its salt do not give the leaf");
            }
            SignedCheckpoint signed = checkpoint(proof.checkpoint(), name, keys);
            List<byte[]> path = new ArrayList<>();
            proof.path().forEach(hash -> path.add(BASE64URL.decode(hash)));
            boolean included = ProofCheck.includes(
                    signed.checkpoint().root(),
                    signed.checkpoint().size(),
                    proof.index(),
                    TreeHash.leaf(record.leaf()),
                    path);
            if (!included) {
                throw new DoesNotHold("the record is not entry " + proof.index() + " under the checkpoint");
            }
            return new Shown(record.leaf(), proof.index(), signed);
        } catch (IllegalArgumentException e) {
            throw new DoesNotHold("it is not base64url where it should be");
        }
    }

    private static RecordProof read(Path file) throws IOException, DoesNotHold {
        try {
            RecordProof proof = WireJson.read(Files.readAllBytes(file), RecordProof.class);
            boolean whole = proof.record() != null && proof.salt() != null && proof.leafHash() != null;
            if (!whole || proof.path() == null || proof.checkpoint() == null || proof.id() == null) {
                throw new DoesNotHold("it is not a proof as the API answers it");
            }
            return proof;
        } catch (InvalidJson e) {
            throw new DoesNotHold("it is not a proof as the API answers it");
        }
    }

    private static SignedCheckpoint checkpoint(String note, LogName name, LogAudit.Keys keys) throws DoesNotHold {
        String origin = note.lines().findFirst().orElse("");
        if (name.epoch(origin).isEmpty()) {
            throw new DoesNotHold("its checkpoint is of another log");
        }
        try {
            return SignedCheckpoint.open(note, keys.under(origin));
        } catch (InvalidNote e) {
            throw new DoesNotHold("its checkpoint is not signed by the log's key");
        }
    }
}
