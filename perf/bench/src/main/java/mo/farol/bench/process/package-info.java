/** Processes of this machine: started, timed by their CPU, ended. */
@NullMarked
package mo.farol.bench.process;

import org.jspecify.annotations.NullMarked;
