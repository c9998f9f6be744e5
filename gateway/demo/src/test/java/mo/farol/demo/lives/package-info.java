/** Many people binding, suspending, unbinding and showing codes at once, and what must hold whatever the order. */
@NullMarked
package mo.farol.demo.lives;

import org.jspecify.annotations.NullMarked;
