package mo.farol.chaos.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Several things at once, begun at one moment. */
final class Together {
    private Together() {}

    /** Returns when all have ended. @param failed is told what one of them died of, which only a bug of ours does */
    static void run(List<Step> steps, Consumer<Throwable> failed) throws InterruptedException {
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (Step step : steps) {
            Thread thread = Thread.ofVirtual().unstarted(() -> step(begin, step));
            thread.setUncaughtExceptionHandler((any, why) -> failed.accept(why));
            thread.start();
            threads.add(thread);
        }
        begin.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** For steps that note all that they hear themselves. A bug in one is thrown here. */
    static void run(List<Step> steps) throws InterruptedException {
        ConcurrentLinkedQueue<Throwable> bugs = new ConcurrentLinkedQueue<>();
        run(steps, bugs::add);
        Throwable bug = bugs.peek();
        if (bug != null) {
            throw new IllegalStateException("the harness itself failed", bug);
        }
    }

    private static void step(CountDownLatch begin, Step step) {
        try {
            begin.await();
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    interface Step {
        void run() throws InterruptedException;
    }
}
