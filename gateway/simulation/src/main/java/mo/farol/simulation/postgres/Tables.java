package mo.farol.simulation.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.verification.RedemptionKey;
import org.jspecify.annotations.Nullable;

/** What is committed and visible. */
public final class Tables {
    private final Map<Object, RedemptionRow> redemptions = new LinkedHashMap<>();
    private final Map<Long, List<RedemptionRow>> byPhone = new HashMap<>();
    private final Map<UUID, RecordRow> records = new LinkedHashMap<>();
    private final Map<Long, ResidentRow> residents = new HashMap<>();
    private final Map<Long, BindingRow> bindings = new LinkedHashMap<>();
    private final Map<Long, TerminalRow> terminals = new HashMap<>();
    private final Map<Long, InstitutionRow> institutions = new HashMap<>();
    private final Map<GrantRow.Key, GrantRow> grants = new HashMap<>();
    private ArbiterRow arbiter = new ArbiterRow(0, 1);

    void apply(List<Change> commit) {
        commit.forEach(this::apply);
    }

    private void apply(Change change) {
        switch (change) {
            case Change.PutRedemption put -> {
                redemptions.put(put.row().unique(), put.row());
                byPhone.computeIfAbsent(put.row().key().bindingKeyId().value(), phone -> new ArrayList<>())
                        .add(put.row());
            }
            case Change.PutRecord put -> records.put(put.row().attempt(), put.row());
            case Change.PutResident put -> residents.put(put.row().id(), put.row());
            case Change.PutBinding put -> bindings.put(put.row().keyId(), put.row());
            case Change.PutTerminal put -> terminals.put(put.row().id(), put.row());
            case Change.PutInstitution put -> institutions.put(put.row().id(), put.row());
            case Change.PutGrant put -> grants.put(put.row().key(), put.row());
            case Change.PutArbiter put -> arbiter = put.row();
        }
    }

    /** Whether a row with this unique value exists. */
    boolean has(Object unique) {
        return unique instanceof UUID attempt ? records.containsKey(attempt) : redemptions.containsKey(unique);
    }

    @Nullable
    RedemptionRow redemption(Object unique) {
        return redemptions.get(unique);
    }

    boolean hasNewer(RedemptionKey key) {
        return byPhone.getOrDefault(key.bindingKeyId().value(), List.of()).stream()
                .anyMatch(row -> !row.voided() && row.isNewerThan(key));
    }

    /** Every redemption of this key: more than one only when a bug is planted. */
    public List<RedemptionRow> redemptions(RedemptionKey key) {
        return byPhone.getOrDefault(key.bindingKeyId().value(), List.of()).stream()
                .filter(row -> row.key().equals(key))
                .toList();
    }

    public Collection<RedemptionRow> redemptions() {
        return redemptions.values();
    }

    public Optional<RecordRow> accessRecord(UUID attempt) {
        return Optional.ofNullable(records.get(attempt));
    }

    public Collection<RecordRow> records() {
        return records.values();
    }

    ResidentRow resident(long id) {
        return Objects.requireNonNull(residents.get(id));
    }

    public @Nullable BindingRow binding(long keyId) {
        return bindings.get(keyId);
    }

    public Collection<BindingRow> bindings() {
        return bindings.values();
    }

    public @Nullable TerminalRow terminal(long id) {
        return terminals.get(id);
    }

    public @Nullable InstitutionRow institution(long id) {
        return institutions.get(id);
    }

    public @Nullable GrantRow grant(long institution, long purpose) {
        return grants.get(new GrantRow.Key(institution, purpose));
    }

    public ArbiterRow arbiter() {
        return arbiter;
    }
}
