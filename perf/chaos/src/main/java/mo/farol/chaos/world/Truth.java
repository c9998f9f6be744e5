package mo.farol.chaos.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the database holds, read as the superuser: what the checkers compare answers with. Each call reads all at one
 * moment, on a connection of its own.
 */
public interface Truth {
    /** A new connection to the primary, for what is not asked here; the caller closes it. */
    Connection connect() throws SQLException;

    /** All of them, void ones too. */
    List<Redemption> redemptions() throws SQLException;

    /** By attempt. */
    Map<UUID, AccessRecord> accessRecords() throws SQLException;

    List<Binding> bindings() throws SQLException;

    /** How many there are. */
    long eidEvents() throws SQLException;

    /** The lowest {@code iat}, in seconds, that is still accepted. */
    long codeFloor() throws SQLException;

    /**
     * A code's one acceptance.
     *
     * @param keyId 16 hex digits, as in the kit
     * @param iat seconds
     * @param cti hex
     * @param voided claimed to settle an unknown outcome: nobody was told accepted
     */
    record Redemption(String keyId, long iat, String cti, UUID attempt, String terminal, boolean voided) {}

    /**
     * @param outcome 1 verified, 2 check_manually, 3 refused
     * @param why 0 when verified; else the number of the reason
     * @param terminal its client id; empty when it is none of the kit's
     * @param resident the resident's row; 0 when nobody was proven
     * @param binding the binding's row; 0 when none was proven
     */
    record AccessRecord(UUID attempt, int outcome, int why, String terminal, long resident, long binding, int tries) {}

    /**
     * @param row as in {@link AccessRecord#binding}
     * @param resident the resident's row
     * @param handle its name in the resident API
     * @param keyId 16 hex digits
     * @param status 1 active, 2 suspended, 3 superseded, 4 unbound
     */
    record Binding(long row, long resident, UUID handle, String keyId, int status) {}
}
