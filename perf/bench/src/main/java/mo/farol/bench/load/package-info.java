/** Load: wrk in a closed loop, an open loop, clients that retry. Every answer is counted by what it said. */
@NullMarked
package mo.farol.bench.load;

import org.jspecify.annotations.NullMarked;
