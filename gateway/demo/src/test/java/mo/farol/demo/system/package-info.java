/** Served set-ups of real processes: gateways, PostgreSQL, and what happens when they are hurt. */
@NullMarked
package mo.farol.demo.system;

import org.jspecify.annotations.NullMarked;
