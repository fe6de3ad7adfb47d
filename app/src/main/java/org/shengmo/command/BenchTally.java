package org.shengmo.command;

import java.io.PrintWriter;

/** Prints measures as the rows of a table in Markdown. */
record BenchTally(PrintWriter out) {

    /** Something to measure. */
    @FunctionalInterface
    interface Work {
        Object run() throws Exception;
    }

    /** @return seconds */
    double measure(String what, Work work) throws Exception {
        System.gc();
        long start = System.nanoTime();
        Object result = work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        say("| %s | %.2f s | %s |".formatted(what, seconds, result));
        return seconds;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }
}
