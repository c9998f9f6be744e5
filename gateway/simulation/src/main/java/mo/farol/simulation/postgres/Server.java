package mo.farol.simulation.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import mo.farol.simulation.clock.Chance;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.clock.Process;
import mo.farol.simulation.clock.Timeline;
import mo.farol.simulation.planted.Planted;
import org.jspecify.annotations.Nullable;

/** The primary, and the standby that it waits for at every commit. */
public final class Server {
    private static final long LOST_WITHOUT_FSYNC = 500 * Nanos.MILLI;

    private record WaitingForStandby(int position, List<Change> changes, Consumer<Boolean> committed) {}

    private final Timeline timeline;
    private final Chance chance;
    private final Pace pace;
    private final Planted planted;
    private final long epochMillis;
    private final Wal wal = new Wal();
    private final Map<Object, Transaction> holders = new HashMap<>();
    private final List<WaitingForStandby> waiting = new ArrayList<>();
    private final Set<Backend> backends = new LinkedHashSet<>();
    private Tables tables = new Tables();
    private Process process;
    private int timelineId = 1;
    private long clockOffsetMillis;
    private long standbyHeldUntil;
    private long highestFloor;
    private long lastReceipt;

    /**
     * @param epochMillis what the database's clock says when the world begins
     * @param founding the first commit
     */
    public Server(Timeline timeline, Chance chance, Planted planted, long epochMillis, List<Change> founding) {
        this.timeline = timeline;
        this.chance = chance;
        this.pace = new Pace(chance);
        this.planted = planted;
        this.epochMillis = epochMillis;
        this.process = new Process(timeline);
        wal.received(wal.append(founding, 0));
        tables = wal.replayed();
    }

    public long databaseMillis() {
        return epochMillis + clockOffsetMillis + timeline.now() / Nanos.MILLI;
    }

    /** What a new statement would see. */
    public Tables tables() {
        return tables;
    }

    /** The highest floor that anybody was told of, in seconds. */
    public long highestFloor() {
        return highestFloor;
    }

    public int timelineId() {
        return timelineId;
    }

    public boolean accepting() {
        return process.alive();
    }

    public Planted planted() {
        return planted;
    }

    public Process process() {
        return process;
    }

    /** @return a new session; the server must be accepting */
    public Backend connect() {
        Backend backend = new Backend(this);
        backends.add(backend);
        return backend;
    }

    /** Changes facts, each row to the last that is said of it; the answer comes when that is committed, or never. */
    public void change(List<Change> changes, Consumer<Reply> reply) {
        Map<String, Change> byRow = new TreeMap<>();
        changes.forEach(change -> byRow.put(change.rowName(), change));
        List<Insert> updates = byRow.entrySet().stream()
                .map(row -> new Insert(row.getKey(), row.getValue(), false))
                .toList();
        new Transaction(this, (snapshot, at) -> new Updates(updates), reply).start();
    }

    /** As by kill -9 of all of it: sessions end, what is committed stays. */
    public void crash() {
        process.kill();
        waiting.clear();
        holders.clear();
        if (planted == Planted.FSYNC_OFF) {
            wal.cut(wal.before(timeline.now() - LOST_WITHOUT_FSYNC));
        }
        tables = wal.replayed();
        List<Backend> gone = List.copyOf(backends);
        backends.clear();
        gone.forEach(Backend::close);
    }

    /** Comes up after {@link #crash}, with everything that was committed. */
    public void start() {
        process = new Process(timeline);
        int all = wal.size();
        long from = Math.max(timeline.now(), standbyHeldUntil);
        timeline.at(from + pace.replicating(), () -> wal.received(all));
    }

    /** Promotes the standby with what it has; the old primary is fenced and gone. */
    public void failOver(long clockShiftMillis) {
        process.kill();
        wal.cut(wal.onStandby());
        clockOffsetMillis += clockShiftMillis;
        startTimeline();
    }

    /** @return the facts that the restore forgot, oldest first */
    public List<Change> restore(long secondsAgo) {
        process.kill();
        List<Change> lost = wal.cut(wal.before(timeline.now() - secondsAgo * Nanos.SECOND));
        startTimeline();
        return lost.stream().filter(Change::isFact).toList();
    }

    private void startTimeline() {
        crash();
        timelineId++;
        standbyHeldUntil = 0;
        lastReceipt = timeline.now();
        wal.received(wal.size());
        tables = wal.replayed();
    }

    /** The standby hears nothing for so long, so commits wait. */
    public void holdStandby(long nanos) {
        standbyHeldUntil = timeline.now() + nanos;
    }

    /** As by pg_cancel_backend: commits that wait for the standby go on without it, and say so. */
    public void cancelWaits() {
        List<WaitingForStandby> cancelled = List.copyOf(waiting);
        waiting.clear();
        cancelled.forEach(commit -> becomeVisible(commit, true));
    }

    Timeline timeline() {
        return timeline;
    }

    Pace pace() {
        return pace;
    }

    @Nullable
    Transaction holder(Object unique) {
        return holders.get(unique);
    }

    void hold(Object unique, Transaction by) {
        holders.put(unique, by);
    }

    void release(Object unique) {
        holders.remove(unique);
    }

    void ended(Backend backend) {
        backends.remove(backend);
    }

    /** Writes a commit, then waits for the standby; only then is it visible. */
    void flush(List<Change> changes, Consumer<Boolean> committed) {
        WaitingForStandby commit = new WaitingForStandby(wal.append(changes, timeline.now()), changes, committed);
        waiting.add(commit);
        boolean async = planted == Planted.ASYNC_STANDBY_PROMOTED;
        long from = Math.max(Math.max(timeline.now(), standbyHeldUntil), lastReceipt);
        lastReceipt = from + (async ? chance.between(1, 400) * Nanos.MILLI : pace.replicating());
        Process sender = process;
        int sentTimeline = timelineId;
        timeline.at(lastReceipt, () -> {
            if (sentTimeline == timelineId) {
                wal.received(commit.position());
            }
        });
        long acknowledged = async ? 0 : lastReceipt - timeline.now() + pace.waking();
        sender.post(acknowledged, () -> {
            if (waiting.remove(commit)) {
                becomeVisible(commit, false);
            }
        });
    }

    /** A planted bug's second transaction: after the answer, and lost in a crash. */
    void later(List<Change> changes) {
        if (!changes.isEmpty()) {
            process.post(chance.between(1, 60) * Nanos.MILLI, () -> flush(changes, warned -> {}));
        }
    }

    private void becomeVisible(WaitingForStandby commit, boolean warned) {
        tables.apply(commit.changes());
        highestFloor = Math.max(highestFloor, tables.arbiter().codeFloor());
        commit.committed().accept(warned);
    }
}
