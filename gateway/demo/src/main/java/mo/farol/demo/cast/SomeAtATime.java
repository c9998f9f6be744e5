package mo.farol.demo.cast;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same for many, some at a time. */
public final class SomeAtATime {
    private SomeAtATime() {}

    /**
     * @return what it gave for each, in the order of {@code items}
     * @throws IOException the first failure, once everything that began has ended
     */
    public static <T, R> List<R> map(List<T> items, int atOnce, Act<T, R> act)
            throws IOException, InterruptedException {
        List<Callable<R>> calls = new ArrayList<>();
        items.forEach(item -> calls.add(() -> act.on(item)));
        try (ExecutorService threads =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            List<R> results = new ArrayList<>();
            for (Future<R> done : threads.invokeAll(calls)) {
                results.add(done.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new IllegalStateException("one of many failed", e.getCause());
        }
    }

    /** What is done for one. */
    public interface Act<T, R> {
        R on(T item) throws IOException, InterruptedException;
    }
}
