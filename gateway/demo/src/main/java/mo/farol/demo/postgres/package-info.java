/** An embedded PostgreSQL that is as durable as a real one. */
@NullMarked
package mo.farol.demo.postgres;

import org.jspecify.annotations.NullMarked;
